import { table, wrap } from '../../programs/table.mjs';

/**
 * The parts of the node's output item that the demo shows.
 *
 * @typedef {object} OffboardedUser
 * @property {string} status `succeeded`, `partial`, `failed`, `queued` or `unknown`
 * @property {{ userPrincipalName: string, displayName?: string }} user
 * @property {{ defaultDomainName: string, displayName?: string }} tenant
 * @property {string} [summary]
 * @property {Step[]} details
 * @property {string[]} [warnings]
 *
 * @typedef {object} Step
 * @property {string} label
 * @property {string[]} said
 * @property {string} outcome as `status` above
 * @property {boolean | null} verified
 * @property {string} read
 * @property {string} [advice]
 */

/**
 * One user's offboarding as text: each step, what CIPP said, what is now true, and the verdict.
 *
 * @param {OffboardedUser} offboarded
 * @param {number} [width]
 */
export function offboardingReport({ status, user, tenant, summary, details, warnings = [] }, width = 100) {
	const rows = details.map((step) => [step.label, said(step), step.read, verdict(step)]);
	const notes = [
		...details.filter(({ advice }) => advice).map(({ label, advice }) => `${label}: ${advice}`),
		...warnings.map((warning) => `Warning: ${warning}`),
	];
	return [
		`${withName(user.userPrincipalName, user.displayName)} in ${withName(tenant.defaultDomainName, tenant.displayName)}: ${status}`,
		...(summary ? wrap(summary, width) : []),
		'',
		table(['Step', 'CIPP said', 'What is now true', 'Verdict'], rows, width),
		...(notes.length > 0 ? ['', ...notes.flatMap((note) => wrap(note, width))] : []),
	].join('\n');
}

/**
 * Why these users are not proven to be offboarded; an empty list when they are.
 *
 * @param {Partial<OffboardedUser>[]} users The node's output items.
 * @returns {string[]}
 */
export function whatIsNotProven(users) {
	if (users.length === 0) return ['The node put out no user.'];
	return users.flatMap(({ status, user, details = [] }) => {
		const who = user?.userPrincipalName ?? 'A user without a name';
		const open = details.filter((step) => !isProven(step)).map((step) => `${who}, ${step.label}: ${verdict(step)}.`);
		if (details.length === 0) open.push(`${who}: no step was reported.`);
		if (status !== 'succeeded') open.push(`${who}: the offboarding as a whole is "${status}".`);
		return open;
	});
}

/** @param {Step} step */
function said({ said }) {
	return said.length > 1 ? said.map((message) => `- ${message}`).join('\n') : (said[0] ?? 'nothing');
}

/** @param {Step} step */
const isProven = ({ outcome, verified }) => outcome === 'succeeded' && verified === true;

/** @param {Step} step */
function verdict({ outcome, verified }) {
	if (verified === true) return outcome === 'succeeded' ? 'verified' : `${outcome}, though it reads as done`;
	return verified === false ? `${outcome}, reads as not done` : `${outcome}, not verified`;
}

/**
 * @param {string} id
 * @param {string} [name]
 */
const withName = (id, name) => (name ? `${name} (${id})` : id);
