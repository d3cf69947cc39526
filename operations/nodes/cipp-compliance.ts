import type { Resource } from '../vocabulary';

export const compliance: Resource[] = [];
