import './lint-for-real.mts';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { config } from '@n8n/node-cli/eslint';
import { ESLint, type Linter } from 'eslint';
import type { INodeTypeDescription } from 'n8n-workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import { literalNodeFile } from './literal.mts';
import { listedNodes } from './nodes.mts';

// Linters read literal properties only, and ours are built. So each node's description is printed as a literal
// and linted as the package itself is.

/** Rules that cannot apply, each with the reason. */
const doNotApply: Record<string, string> = {};

/** n8n's sentence case knows no names. These keep their capitals; everything else in an action is small. */
const productNames =
	/\b(Autopilot|BitLocker|Copilot|Defender|Entra|Exchange|Graph|Intune|LAPS|Microsoft 365|Office|OneDrive|Power BI|SharePoint|Teams)\b/g;

function isProductName({ rule, line }: { rule: string; line: string }): boolean {
	if (!rule.endsWith('operation-option-action-miscased')) return false;
	const action = line.match(/action: (['"])(.*)\1/)?.[2] ?? '';
	return productNames.test(action) && !/[A-Z]/.test(action.slice(1).replace(productNames, ''));
}

const nodes = await listedNodes();
let folder: string;

beforeAll(async () => {
	const cache = join(projectRoot, 'node_modules/.cache');
	await mkdir(cache, { recursive: true });
	folder = await mkdtemp(join(cache, 'description-'));
	// What rules look up beside the node: the icons, the codex, the credential, the package.
	for (const name of ['package.json', 'nodes', 'credentials']) {
		await cp(join(projectRoot, name), join(folder, name), { recursive: true });
	}
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

it.each(nodes.map((node) => [node.className, node] as const))(
	"the description of %s has nothing that n8n's rules forbid",
	async (_name, node) => {
		const found = await lint(node.className, node.source, node.description);
		expect(
			found.filter((finding) => !(finding.rule in doNotApply) && !isProductName(finding)),
		).toEqual([]);
	},
	60_000,
);

it('is linted in earnest: one text that is wrong is found', async () => {
	const [{ className, source, description }] = nodes;
	const wrong = structuredClone(description);
	wrong.properties.find(({ type }) => type === 'boolean')!.description = 'If true, does it.';
	wrong.properties.find(({ name }) => name === 'limit')!.default = 1000;

	const rules = (await lint(className, source, wrong)).map(({ rule }) => rule);

	expect(rules).toContain('n8n-nodes-base/node-param-description-boolean-without-whether');
	expect(rules).toContain('n8n-nodes-base/node-param-default-wrong-for-limit');
}, 60_000);

interface Finding {
	rule: string;
	line: string;
	message: string;
}

async function lint(
	className: string,
	source: string,
	description: INodeTypeDescription,
): Promise<Finding[]> {
	const code = literalNodeFile(className, description);
	const file = join(folder, source);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, code);
	const eslint = new ESLint({
		cwd: folder,
		overrideConfigFile: true,
		overrideConfig: config as Linter.Config[],
	});
	const [{ messages }] = await eslint.lintFiles([file]);
	const lines = code.split('\n');
	return messages.map(({ ruleId, line, message }) => ({
		rule: String(ruleId),
		line: lines[line - 1].trim(),
		message,
	}));
}
