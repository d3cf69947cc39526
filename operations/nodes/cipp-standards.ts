import type { Resource } from '../vocabulary';

export const standards: Resource[] = [];
