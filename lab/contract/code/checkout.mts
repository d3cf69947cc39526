import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEntryPoint, type EntryPoint, type ReadEntryPoint } from './entry-point.mts';
import {
	readOffboardingJob,
	type OffboardingTask,
	type ReadOffboardingTask,
} from './offboarding-job.mts';

export interface FeatureFlag {
	id: string;
	enabled: boolean;
	endpoints: string[];
}

/** What can be read in a folder that holds the code of CIPP's backend. */
export interface Checkout {
	version: string;
	endpoints: Record<string, ReadEntryPoint>;
	offboarding: ReadOffboardingTask[];
	featureFlags: FeatureFlag[];
	/** Built-in roles: which permissions they include and exclude. */
	baseRoles: Record<string, { include: string[]; exclude: string[] }>;
}

/** What is kept of a version, to compare others with. */
export interface CodeTable {
	version: string;
	endpoints: Record<string, EntryPoint>;
	offboarding: OffboardingTask[];
	featureFlags: FeatureFlag[];
	baseRoles: Checkout['baseRoles'];
}

/** @param folder e.g. a clone of CIPP-API. Throws when that is something else. */
export function readCheckout(folder: string): Checkout {
	const scripts = scriptsIn(join(folder, 'Modules'));
	const textOf = (name: string) => {
		const file = scripts.get(name.toLowerCase());
		return file === undefined ? null : readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	};
	const job = textOf('Invoke-CIPPOffboardingJob');
	if (job === null)
		throw new Error(`This is not a folder with the code of CIPP's backend: ${folder}`);
	return {
		version: readFileSync(join(folder, 'version_latest.txt'), 'utf8').trim(),
		endpoints: entryPointsAmong(scriptsIn(join(folder, 'Modules', 'CIPPHTTP')), textOf),
		offboarding: readOffboardingJob(job, textOf),
		featureFlags: featureFlagsIn(folder),
		baseRoles: readJson(folder, 'cipp-roles.json'),
	};
}

/** Files of commands by the command's name in small letters: files and calls are not always spelled alike. */
function scriptsIn(folder: string): Map<string, string> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return new Map(
		files
			.filter((file) => file.endsWith('.ps1'))
			.map((file) => [basename(file, '.ps1').toLowerCase(), join(folder, file)]),
	);
}

function entryPointsAmong(
	scripts: Map<string, string>,
	textOf: (name: string) => string | null,
): Checkout['endpoints'] {
	const endpoints = [...scripts.values()]
		.map((file) => basename(file, '.ps1'))
		.filter((name) => /^invoke-/i.test(name))
		.map((name) => [name.replace(/^invoke-/i, ''), textOf(name) ?? ''])
		.filter(([, text]) => /\.FUNCTIONALITY\s+Entrypoint/i.test(text))
		.map(([name, text]): [string, ReadEntryPoint] => [name, readEntryPoint(text)]);
	return Object.fromEntries(endpoints.sort(([a], [b]) => a.localeCompare(b)));
}

function featureFlagsIn(folder: string): FeatureFlag[] {
	const flags = readJson<Array<{ Id: string; Enabled: boolean; Endpoints?: string[] }>>(
		folder,
		'FeatureFlags.json',
	);
	return flags.map(({ Id, Enabled, Endpoints = [] }) => ({
		id: Id,
		enabled: Enabled,
		endpoints: [...Endpoints].sort(),
	}));
}

function readJson<Shape>(folder: string, name: string): Shape {
	return JSON.parse(readFileSync(join(folder, 'Config', name), 'utf8')) as Shape;
}

/** What is kept of a checkout: facts, none of its sentences. */
export function tableOf({ endpoints, offboarding, ...rest }: Checkout): CodeTable {
	const kept = Object.entries(endpoints).map(
		([name, { role, query, body, statuses }]): [string, EntryPoint] => [
			name,
			{ role, query, body, statuses },
		],
	);
	return {
		...rest,
		offboarding: offboarding.map(({ option, command }) => ({ option, command })),
		endpoints: Object.fromEntries(kept),
	};
}
