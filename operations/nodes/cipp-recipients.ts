import type { Resource } from '../vocabulary';

export const recipients: Resource[] = [];
