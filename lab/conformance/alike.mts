/**
 * What differs from run to run, put alike: times keep their form, IDs made anew, passwords,
 * durations and the folder in which CIPP is installed become a word.
 *
 * @param known IDs that both sides have from the seed
 */
export function shapeOf(text: string, known: ReadonlySet<string> = new Set()): string {
	return text
		.replace(/datetime'[^']+'/g, '<etag>')
		.replace(
			isoTime,
			(_, fraction: string | undefined, zone: string) => `<time${fraction ? '.f' : ''}${zone}>`,
		)
		.replace(/\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d( [AP]M)?/g, '<printed time>')
		.replace(/\w+, \d\d \w+ \d{4} \d\d:\d\d:\d\d/g, '<written time>')
		.replace(guid, (id) => (known.has(id.toLowerCase()) ? id : '<id>'))
		.replace(/(?<![\w-])1[5-9]\d{8}(?![\w-])/g, '<seconds>')
		.replace(/(Exception at |At )\S*(?=\/Modules\/)/g, '$1<folder>')
		.replace(/password is \S+/gi, 'password is <password>')
		.replace(/\d+ days?( and \d+ hours?)?/g, '<duration>')
		.replace(/(about|less than) (\d+|an?|one) (second|minute|hour|day)s?/g, '<duration>');
}

const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d|)/g;
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Every ID in a text. */
export function idsIn(text: string): Set<string> {
	return new Set((text.match(guid) ?? []).map((id) => id.toLowerCase()));
}
