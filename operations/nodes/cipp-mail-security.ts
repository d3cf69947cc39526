import type { Resource } from '../vocabulary';

export const mailSecurity: Resource[] = [];
