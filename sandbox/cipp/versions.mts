/** The releases that the sandbox can be like, as their backend gives its version. */
export const releases = {
	'10.7': '10.7.0',
	'10.8': '10.8.2',
	'10.9': '10.9.0',
	'10.10': '10.10.3',
};

export type CippVersion = keyof typeof releases;

export const newestRead: CippVersion = '10.9';

/** Whether a release has what came with another one. */
export function isSince(release: CippVersion, since: CippVersion): boolean {
	return release.localeCompare(since, 'en', { numeric: true }) >= 0;
}
