import { tellsOfFailure } from '../../../cipp/outcome';
import type { Step, StepName } from '../index';
import type { LabelValue } from '../vocabulary/kinds';
import type { Sentences } from '../vocabulary/step';

/** What CIPP's sentences amount to; `unknown` where it said nothing, or nothing clear. */
export type SaidOutcome = 'succeeded' | 'partial' | 'failed' | 'unknown';

export interface SaidOfSteps {
	byStep: Map<StepName, string[]>;
	/** Sentences that belong to none of the steps asked for. */
	others: string[];
}

/**
 * Sorts the sentences of a finished offboarding by step, which CIPP does not name (docs/cipp.md, An offboarding).
 */
export function sortSaid(
	sentences: string[],
	asked: readonly Step[],
	options: Partial<Record<StepName, unknown>>,
): SaidOfSteps {
	const byStep = new Map<StepName, string[]>();
	const others: string[] = [];
	for (const sentence of sentences) {
		const step = speaker(sentence);
		if (step) byStep.set(step.name, [...(byStep.get(step.name) ?? []), sentence]);
		else others.push(sentence);
	}
	return { byStep, others };

	/** Both kinds of mailbox access fail in the same words: the delegate, then the order, tells them apart. */
	function speaker(sentence: string): Step | undefined {
		const candidates = asked.filter((step) => speaksOf(step, sentence));
		if (candidates.length < 2) return candidates[0];
		return (
			candidates.find((step) => namesDelegate(options[step.name], sentence)) ??
			candidates.find((step) => !byStep.has(step.name)) ??
			candidates[0]
		);
	}
}

function namesDelegate(value: unknown, sentence: string): boolean {
	if (!Array.isArray(value)) return false;
	return (value as LabelValue[]).some((delegate) => sentence.includes(` ${delegate.value} `));
}

function speaksOf(step: Step, sentence: string): boolean {
	const { command, text } = withoutCommand(sentence);
	if (command !== null) return command === step.command;
	return [...step.done, ...step.failed, ...(step.partly ?? [])].some((pattern) =>
		pattern.test(text),
	);
}

/** `Failed to execute Remove-CIPPGroups : text` comes from a step that threw. */
function withoutCommand(sentence: string): { command: string | null; text: string } {
	const match = sentence.match(/^Failed to execute (\S+) : ?([\s\S]*)$/);
	return match ? { command: match[1], text: match[2] } : { command: null, text: sentence };
}

/** Reads what CIPP said of one step, or of the task in which it does it. */
export function readSaid(step: Sentences, sentences: string[]): SaidOutcome {
	return overall(sentences.map((sentence) => judge(step, sentence)));
}

/** Names of what CIPP says it leaves to another step. */
export function namesLeft({ leaves }: Step, sentences: string[]): string[] {
	if (!leaves) return [];
	return sentences.flatMap((sentence) => sentence.match(leaves)?.[1] ?? []);
}

/** Whose mailboxes or calendars CIPP names in what it says of a step. */
export function placesNamed({ placeIn = [] }: Step, sentences: string[]): string[] {
	return sentences.flatMap((sentence) => {
		const match = placeIn.map((name) => sentence.match(name)).find((found) => found !== null);
		return match ? [match[1]] : [];
	});
}

type Judgement = 'done' | 'partly' | 'failed' | 'unclear';

function judge(texts: Sentences, sentence: string): Judgement {
	if (texts.partly?.some((pattern) => pattern.test(sentence))) return 'partly';
	if (/^Failed to execute /.test(sentence)) return 'failed';
	if (texts.failed.some((pattern) => pattern.test(sentence))) return 'failed';
	if (texts.done.some((pattern) => pattern.test(sentence))) return 'done';
	return tellsOfFailure(sentence) ? 'failed' : 'unclear';
}

function overall(judgements: Judgement[]): SaidOutcome {
	if (judgements.length === 0) return 'unknown';
	const failed = judgements.filter((judgement) => judgement === 'failed').length;
	if (failed === judgements.length) return 'failed';
	if (failed > 0 || judgements.includes('partly')) return 'partial';
	return judgements.includes('unclear') ? 'unknown' : 'succeeded';
}
