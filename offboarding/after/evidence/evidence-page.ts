import type { Actor, Evidence, EvidenceStep, Moment } from './evidence-shape';

/**
 * A record as a page to print and file: complete in itself, no script, nothing loaded from elsewhere,
 * and verdicts in words, so that it reads the same in black and white.
 */
export function evidencePage(record: Evidence): string {
	const { subject, tenant, responsible, times, integrity } = record;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`Offboarding record ${record.case.id}: ${subject.displayName}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<div>
<h1>Offboarding record</h1>
<p class="who">${text(subject.displayName)} <span>${text(subject.userPrincipalName)}</span></p>
</div>
<p class="result">${record.result === 'complete' ? 'Complete' : 'Incomplete'}</p>
</header>
<section class="facts">
<dl>
${fact('Case', record.case.id)}${fact('Ticket', record.case.ticket)}${fact('Tenant', `${tenant.displayName} (${tenant.domain})`)}${fact('Position', [subject.jobTitle, subject.department].filter(Boolean).join(', '))}${fact('Manager', subject.manager)}${fact('Object ID', subject.objectId)}
</dl>
<dl>
${fact('Requested by', actor(responsible.requested))}${fact('Approved by', actor(responsible.approved))}${fact('Executed by', actor(responsible.executed))}${fact('Left', moment(times.left))}${fact('Submitted', moment(times.submitted))}${fact('Locked out by', moment(times.lockedOut))}${fact('Verified', moment(times.verified))}
</dl>
</section>
${deadline(record)}
<h2>Steps</h2>
<table>
<thead><tr><th>Step</th><th>Before</th><th>After</th><th>Verdict</th></tr></thead>
<tbody>
${record.steps.map(stepRow).join('\n')}
</tbody>
</table>
<section class="columns">
<div>
<h2>Access left</h2>
${residual(record)}
</div>
<div>
<h2>Licences reclaimed</h2>
${licenses(record)}
</div>
</section>
${list('Warnings', record.warnings)}
<section class="signatures">
<p>Reviewed by<span></span></p><p>Date<span></span></p><p>Signature<span></span></p>
</section>
<footer>
<p>${record.notes.map(text).join(' ')}</p>
<p>Record of ${text(when(record.createdAt))}. CIPP tasks: ${text(record.tasks.map(({ id }) => id).join(', ') || 'none')}. Steps were read in the tenant ${text(readTimes(record.steps))}.${text(zoneOf(record))}</p>
<p class="hash">${integrity.algorithm} over canonical JSON (${text(integrity.canonicalization)}): ${text(integrity.hash)}<br>Record before: ${text(integrity.previous ?? 'none')}</p>
</footer>
</main>
</body>
</html>
`;
}

function stepRow({ label, before, after, verdict, waived }: EvidenceStep): string {
	const note = waived ? `<small>${text(`${waived.reason} (${waived.by})`)}</small>` : '';
	const isBad = verdict === 'failed' || verdict === 'unclear' || verdict === 'not done yet';
	return `<tr${isBad ? ' class="bad"' : ''}><td>${text(label)}</td><td>${text(brief(before ?? 'not known'))}</td><td>${text(brief(after))}</td><td>${marks[verdict]} ${text(verdict)}${note}</td></tr>`;
}

/** Shapes, because colours do not survive a printer. */
const marks: Record<EvidenceStep['verdict'], string> = {
	verified: '&#10003;',
	'acknowledged only': '&#9675;',
	failed: '&#10007;',
	unclear: '?',
	'not done yet': '&#8230;',
	waived: '&#8211;',
};

function deadline({ deadline: given, times }: Evidence): string {
	if (!given) return '';
	return `<p class="deadline"><strong>Deadline ${text(moment(times.deadline) ?? '')}: ${text(given.verdict)}.</strong></p>`;
}

function residual({ residual: found }: Evidence): string {
	if (!found) return '<p>Nobody has looked, or the account is gone.</p>';
	const byReason = new Map<string, string[]>();
	for (const { kind, name, why } of found.left) {
		const reason = JSON.stringify([kind, why]);
		byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
	}
	const items = [...byReason].map(([reason, names]) => {
		const [kind, why] = JSON.parse(reason) as [string, string];
		return `${kind}: ${names.join(', ')} (${why})`;
	});
	const unseen = found.notRead.map(({ what }) => `${what}: could not be read`);
	if (items.length + unseen.length === 0) return '<p>None found.</p>';
	return bullets([...items, ...unseen]);
}

function licenses({ licensesReclaimed, saving }: Evidence): string {
	if (licensesReclaimed === null) return '<p>Not known: no snapshot was taken before.</p>';
	if (licensesReclaimed.length === 0) return '<p>None.</p>';
	const items = licensesReclaimed.map(({ name, price }) =>
		price ? `${name}: ${price.amount.toFixed(2)} ${price.currency} a month` : name,
	);
	const sums = Object.entries(saving).map(
		([currency, amount]) => `${amount.toFixed(2)} ${currency}`,
	);
	const total =
		sums.length > 0 ? `<p><strong>Saving: ${text(sums.join(' and '))} a month.</strong></p>` : '';
	return bullets(items) + total;
}

function list(title: string, items: string[]): string {
	return items.length === 0 ? '' : `<h2>${text(title)}</h2>${bullets(items)}`;
}

const bullets = (items: string[]): string =>
	`<ul>${items.map((item) => `<li>${text(brief(item))}</li>`).join('')}</ul>`;

function fact(name: string, value: string | null): string {
	return value ? `<div><dt>${text(name)}</dt><dd>${text(value)}</dd></div>` : '';
}

function actor(given: Actor | null): string {
	if (!given) return 'not named';
	const reference = given.reference ? `, ${given.reference}` : '';
	return `${given.name}${given.at ? `, ${when(given.at)}` : ''}${reference}`;
}

/** The zone stands once, at the end. */
function moment(given: Moment | null): string | null {
	if (!given) return null;
	if (!given.local) return when(given.utc);
	const [date, time] = given.local.split(' ');
	const local = date === given.utc.slice(0, 10) ? time : `${date} ${time}`;
	return `${when(given.utc)} (${local} local)`;
}

function zoneOf({ times }: Evidence): string {
	const local = Object.values(times).find((given) => given?.local)?.local;
	const zone = local?.match(/\((.*)\)$/)?.[1];
	return zone ? ` Local time is that of ${zone}.` : '';
}

/** Readings hold times to the millisecond, which nobody files. */
const brief = (words: string): string =>
	words.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (iso) => when(iso));

const when = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function readTimes(steps: EvidenceStep[]): string {
	const times = [
		...new Set(steps.flatMap(({ verifiedAt }) => (verifiedAt ? [when(verifiedAt)] : []))),
	];
	return times.length > 0 ? times.sort().join(' and ') : 'not at all';
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function text(value: string): string {
	return value.replace(/[&<>"']/g, (character) => entities[character]);
}

const style = `
@page { size: auto; margin: 10mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #000; font: 8.5pt/1.3 "Helvetica Neue", Arial, sans-serif; }
main { max-width: 186mm; margin: 0 auto; padding: 6mm; }
@media print { main { padding: 0; max-width: none; } }
header { display: flex; justify-content: space-between; align-items: flex-start; border-bottom: 2pt solid #000; padding-bottom: 2mm; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 9.5pt; margin: 2.5mm 0 .8mm; }
p { margin: 0 0 1mm; }
.who { font-size: 11pt; font-weight: bold; margin: 1mm 0 0; }
.who span { font-weight: normal; }
.result { border: 1.5pt solid #000; padding: 1mm 3mm; font-size: 12pt; font-weight: bold; }
.facts, .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
dl { margin: 2.5mm 0 0; }
dl div { display: grid; grid-template-columns: 22mm 1fr; gap: 2mm; }
dt { color: #333; }
dd { margin: 0; overflow-wrap: anywhere; }
.deadline { border: 1pt solid #000; padding: 1.5mm 2mm; margin: 2mm 0 0; }
table { width: 100%; border-collapse: collapse; font-size: 7.5pt; line-height: 1.22; }
th, td { text-align: left; vertical-align: top; padding: .6mm 1.2mm; border-bottom: .5pt solid #777; overflow-wrap: anywhere; }
th { border-bottom: 1pt solid #000; }
td:first-child { width: 20%; font-weight: bold; }
td:nth-child(2) { width: 33%; }
td:last-child { width: 15%; }
tr { break-inside: avoid; }
.bad td:last-child { font-weight: bold; text-decoration: underline; }
small { display: block; }
ul { margin: 0; padding-left: 4mm; font-size: 7.5pt; line-height: 1.22; }
.signatures { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 6mm; margin-top: 3mm; break-inside: avoid; }
.signatures span { display: block; border-bottom: .75pt solid #000; height: 6.5mm; }
footer { margin-top: 2.5mm; border-top: .5pt solid #777; padding-top: 1.5mm; font-size: 6.5pt; line-height: 1.25; color: #333; }
.hash { font-family: "Courier New", monospace; overflow-wrap: anywhere; }
`;
