import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemsOf } from '../../lab/release/problems.mjs';

const manifest = { version: '1.2.3' };
const text = '{"homepage":"https://github.com/somebody/package"}';
const changelog = '# Changelog\n\n## 1.2.3\n\n- New.\n\n## 1.2.2\n\n- Old.\n';

it('has nothing against a tag that agrees with version and changelog', () => {
	expect(problemsOf(manifest, text, changelog, 'v1.2.3')).toEqual([]);
});

it.each([
	['another tag', { tag: 'v1.2.4' }, 'The tag is v1.2.4, package.json says 1.2.3'],
	['no tag', { tag: undefined }, 'The tag is missing'],
	['no entry', { changelog: changelog.replace('1.2.3', '1.3.0') }, 'says nothing about 1.2.3'],
	['an empty entry', { changelog: changelog.replace('- New.\n', '') }, 'says nothing about 1.2.3'],
	['a longer version', { changelog: '## 1.2.30\n\n- New.\n' }, 'says nothing about 1.2.3'],
	[
		'an address that is nobody’s',
		{ text: '{"email":"maintainers@package.example"}' },
		'still has a placeholder: maintainers@package.example',
	],
])('refuses %s', (_what, change, said) => {
	const given = { text, changelog, tag: 'v1.2.3', ...change };

	expect(problemsOf(manifest, given.text, given.changelog, given.tag)).toEqual([
		expect.stringContaining(said),
	]);
});

it('is asked by the workflow that publishes, before it publishes', () => {
	const workflow = readFileSync(
		new URL('../../.github/workflows/release.yml', import.meta.url),
		'utf8',
	);

	expect(workflow).toMatch(/npm run release-check[\s\S]*npm run release\n/);
	expect(workflow).toContain('id-token: write');
});
