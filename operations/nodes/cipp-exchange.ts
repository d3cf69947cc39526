import type { Resource } from '../vocabulary';

export const exchange: Resource[] = [];
