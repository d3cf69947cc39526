import type { Resource } from '../vocabulary';

export const apps: Resource[] = [];
