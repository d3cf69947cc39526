/** `1 group`, `2 groups`, `2 mailboxes`. */
export const counted = (number: number, what: string): string =>
	`${number} ${what}${number === 1 ? '' : what.endsWith('x') ? 'es' : 's'}`;
