import type { Resource } from '../vocabulary';

export const teamsSharePoint: Resource[] = [];
