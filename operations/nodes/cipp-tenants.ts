import type { Resource } from '../vocabulary';

export const tenants: Resource[] = [];
