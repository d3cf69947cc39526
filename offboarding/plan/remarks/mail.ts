import type { OffboardingOptions } from '../../order/order';
import { isRead, orElse } from '../../person/part';
import type { InboxRule, Snapshot } from '../../person/snapshot-shape';
import { counted } from '../../steps/vocabulary/counted';
import { blocker, warning, type Found } from './remark';

/** Where mail goes now and will go, and what contradicts itself. */
export function mail({ mailbox, inboxRules }: Snapshot, options: OffboardingOptions): Found[] {
	const forwarding = isRead(mailbox) ? mailbox.forwarding : null;
	return [
		...setAndEnded(options),
		...(forwarding ? [forwardedNow(forwarding, options)] : []),
		...sendingRules(orElse(inboxRules, []), options),
		...noReply(options),
	];
}

function setAndEnded(options: OffboardingOptions): Found[] {
	if (!options.forward || !options.disableForwarding) return [];
	return [
		blocker(
			'forwardWithDisable',
			'CIPP would set the forwarding and end it in the next step',
			'Keep only one of Forward Mail To and Disable Forwarding.',
			'disableForwarding',
		),
	];
}

function forwardedNow(
	{ to, kind }: { to: string; kind: string },
	options: OffboardingOptions,
): Found {
	if (!options.disableForwarding && !options.forward) {
		const target = `${kind === 'external' ? 'the external address ' : ''}${to}`;
		return warning(
			'existingForward',
			`Mail goes to ${target} already, and will go on doing so`,
			'Choose Disable Forwarding, unless that is wanted.',
		);
	}
	return warning(
		'existingForward',
		`Mail goes to ${to} now, which this ${options.forward ? 'replaces' : 'ends'}`,
		'Ask whether anybody relies on it.',
		options.forward ? 'forward' : 'disableForwarding',
	);
}

function sendingRules(rules: InboxRule[], options: OffboardingOptions): Found[] {
	const senders = rules.filter(({ isEnabled, forwardsTo }) => isEnabled && forwardsTo.length > 0);
	if (senders.length === 0) return [];
	const names = senders.map(({ name, forwardsTo }) => `${name} (to ${forwardsTo.join(', ')})`);
	return [
		warning(
			'existingRules',
			`Mail is sent on by ${counted(senders.length, 'inbox rule')}: ${names.join('; ')}`,
			options.RemoveRules
				? 'They are deleted and cannot come back. Keep the snapshot if they matter.'
				: 'Choose Remove Rules to end that.',
		),
	];
}

function noReply({ OOO, forward, KeepCopy }: OffboardingOptions): Found[] {
	if (!OOO || !forward || KeepCopy) return [];
	return [
		warning(
			'replyNotSent',
			'Mail that is forwarded without a copy gets no automatic reply',
			'Choose Keep a Copy as well.',
			'OOO',
		),
	];
}
