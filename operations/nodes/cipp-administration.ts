import type { Resource } from '../vocabulary';

export const administration: Resource[] = [];
