import type { Resource } from '../vocabulary';

export const devices: Resource[] = [];
