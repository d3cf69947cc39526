import type { Resource } from '../vocabulary';

export const security: Resource[] = [];
