/**
 * What stands in the way of publishing, a sentence each.
 *
 * @param {{ version: string }} manifest package.json
 * @param {string} manifestText the same, as text
 * @param {string} changelog CHANGELOG.md
 * @param {string | undefined} tag e.g. `v1.2.3`
 * @returns {string[]}
 */
export function problemsOf(manifest, manifestText, changelog, tag) {
	const { version } = manifest;
	return [
		...(tag === `v${version}`
			? []
			: [
					`The tag is ${tag ?? 'missing'}, package.json says ${version}: tag v${version}, or renew the version.`,
				]),
		...(entryOf(changelog, version)
			? []
			: [`CHANGELOG.md says nothing about ${version}: add "## ${version}" and what is new.`]),
		...placeholdersIn(manifestText).map(
			(address) =>
				`package.json still has a placeholder: ${address}. Enter the address that is really yours.`,
		),
	];
}

/**
 * What the changelog says about a version.
 *
 * @param {string} changelog
 * @param {string} version
 */
function entryOf(changelog, version) {
	const [, entry = ''] = changelog.split(
		new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b.*$`, 'm'),
	);
	return entry.split(/^## /m)[0].trim();
}

/**
 * `.example` is kept free for examples, so nobody can own such an address.
 *
 * @param {string} text
 * @returns {string[]}
 */
function placeholdersIn(text) {
	return text.match(/[^\s"]*(?:placeholder|\.example\b)[^\s"]*/g) ?? [];
}
