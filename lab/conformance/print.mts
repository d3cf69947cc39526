import type { Allowed } from './allowed.mts';
import type { Verdict } from './conform.mts';

/** One request with what differs, for people; nothing where nothing does. */
export function printed(verdict: Verdict, withAllowed: boolean): string {
	const { endpoint, request, differences, notPlayed, cipp } = verdict;
	const shown = differences.filter(({ reason }) => withAllowed || reason === undefined);
	if (shown.length === 0 && !notPlayed) return '';
	const lines = shown.flatMap(({ field, sandbox, cipp, times, reason }) => [
		`  ${field}${times > 1 ? ` (${times} times)` : ''}`,
		`    sandbox  ${sandbox}`,
		`    CIPP     ${cipp}`,
		...(reason ? [`    allowed  ${reason}`] : []),
	]);
	return [
		`${endpoint}: ${request}`,
		...(notPlayed ? [`  not compared: ${notPlayed}`, ...alone(cipp)] : lines),
		'',
	].join('\n');
}

const alone = (cipp: Verdict['cipp']): string[] =>
	cipp ? [`    CIPP     ${cipp.status} ${JSON.stringify(cipp.body).slice(0, 400)}`] : [];

/** How it ended, in figures. */
export function summary(verdicts: Verdict[], unused: Allowed[]): string {
	const played = verdicts.filter(({ notPlayed }) => !notPlayed);
	const unexplained = verdicts.filter(isUnexplained);
	const same = played.filter(({ differences }) => differences.length === 0).length;
	const fields = verdicts.flatMap(({ differences }) => differences.filter((one) => !one.reason));
	return [
		`${played.length} requests to ${new Set(played.map(({ endpoint }) => endpoint)).size} endpoints: ${same} answered the same, ${played.length - same - unexplained.length} differ as allowed, ${unexplained.length} differ for no known reason (in ${fields.length} fields).`,
		...(verdicts.length > played.length
			? [`${verdicts.length - played.length} not compared.`]
			: []),
		...unused.map(
			({ endpoint, request, field }) =>
				`allowed.json: nothing differs any more in ${endpoint}${request ? `, ${request}` : ''}: ${field}`,
		),
	].join('\n');
}

export const isUnexplained = ({ differences }: Verdict): boolean =>
	differences.some(({ reason }) => reason === undefined);
