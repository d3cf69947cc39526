export type Effect = 'read' | 'change' | 'destroy';
