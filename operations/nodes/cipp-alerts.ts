import type { Resource } from '../vocabulary';

export const alerts: Resource[] = [];
