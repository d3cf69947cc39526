import { existsSync, readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { declared } from '../contract/declared.mts';

/** One run of an operation against CIPP's own functions, and what really happened. */
export interface Recording {
	/** node.resource.operation */
	op: string;
	effect: 'read' | 'change' | 'destroy';
	mode: string;
	amount?: string;
	field?: string;
	params: IDataObject;
	exchanges: Exchange[];
	truth: 'done' | 'not done' | 'partly' | 'queued' | 'nothing' | 'read' | 'not read';
	/** CIPP's words say otherwise, and only a look afterwards could tell. */
	lies?: true;
	/** Reasonable people may differ. */
	arguable?: true;
	/** It was the bench that spoke, not CIPP. */
	artefact?: true;
}

export interface Exchange {
	method: string;
	path: string;
	status: number;
	answer: string | null;
}

/** Beside a clone of the project, where it is checked; elsewhere wherever the environment says. */
const folder = process.env.CIPP_TRUTH ?? new URL('../../../shared/truth', import.meta.url).pathname;

export const areHere = existsSync(`${folder}/changes.jsonl`);

export function recordings(): Recording[] {
	return ['changes.jsonl', 'reads.jsonl']
		.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
		.map((line) => JSON.parse(line) as Recording)
		.filter(({ artefact, exchanges }) => !artefact && (exchanges ?? []).length > 0);
}

/** The node that has the operation now: it may have moved since. Undefined when none has. */
export function nodeOf({ op }: Recording): string | undefined {
	const [first, resource, operation] = op.split('.');
	const nodes = declared
		.filter((entry) => entry.resource.value === resource && entry.name === operation)
		.map(({ node }) => node);
	return nodes.includes(first) ? first : nodes[0];
}
