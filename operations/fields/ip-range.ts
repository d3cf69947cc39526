const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const group = '[\\da-f]{1,4}';

/**
 * An address or range as CIPP keeps it; it drops any other without a word. An IPv6 address with `::` is
 * one of those, and has to be written with all its groups.
 */
export const ipRange = new RegExp(
	`^(?:(?:${octet}\\.){3}${octet}(?:/\\d{1,2})?|(?:${group}:){7}${group}(?:/\\d{1,3})?)$`,
	'i',
);
