import { withoutComments } from './entry-point.mts';

/** One task of CIPP's offboarding job: what switches it on, and the command that does it. */
export interface OffboardingTask {
	option: string;
	command: string;
}

/** The same, with the sentences, which are CIPP's and are not kept. */
export interface ReadOffboardingTask extends OffboardingTask {
	/** What the command, and those that it calls, can say; `…` where it puts a value in. */
	says: string[];
}

/**
 * The tasks in CIPP's order.
 *
 * @param job Invoke-CIPPOffboardingJob.ps1
 * @param codeOf the text of a command, null when there is none
 */
export function readOffboardingJob(
	job: string,
	codeOf: (command: string) => string | null,
): ReadOffboardingTask[] {
	const tasks = job.matchAll(/Condition\s*=\s*\{([\s\S]*?)\}\s*\n\s*Cmdlet\s*=\s*'([^']+)'/g);
	return [...tasks].map(([, condition, command]) => ({
		option: optionIn(condition, job),
		command,
		says: [command, ...calledBy(command, codeOf)].flatMap((name) =>
			sentencesIn(codeOf(name) ?? ''),
		),
	}));
}

function calledBy(command: string, codeOf: (command: string) => string | null): string[] {
	const words = (codeOf(command) ?? '').match(/\b[A-Z][a-z]+-[A-Z]\w+/g) ?? [];
	return [...new Set(words)].filter((word) => word !== command && codeOf(word) !== null);
}

function optionIn(condition: string, job: string): string {
	const [, direct] = /\$Options\.(\w+)/.exec(condition) ?? [];
	if (direct) return direct;
	const [, variable] = /\$(\w*Message)\b/.exec(condition) ?? [];
	return (
		new RegExp(`\\$${variable}\\s*=.*\\$Options\\.(\\w+)`, 'i').exec(job)?.[1] ?? condition.trim()
	);
}

/** Texts in double or single quotes that read like a sentence. */
export function sentencesIn(code: string): string[] {
	const quoted = withoutComments(code).matchAll(/"((?:[^"`]|`.|"")*)"|'((?:[^']|'')*)'/g);
	const texts = [...quoted].map(([, double, single]) =>
		double === undefined ? single : open(double),
	);
	const sentences = texts.filter((text) => /\S+ \S+ \S+/.test(text) && !/^https?:/.test(text));
	return [...new Set(sentences)];
}

/** `$($User.Name)` and `$Name` are values that nobody knows beforehand. */
function open(text: string): string {
	const values = /\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\$\{\w+\}|\$[A-Za-z_]\w*(?:\.\w+)*/g;
	return text.replace(values, '…').replace(/`(.)/g, '$1');
}
