import { exchangeRecipient } from '../state/lookup.mts';
import type { AutoReply } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';

export const autoReplies: Record<string, Cmdlet> = {
	'Get-MailboxAutoReplyConfiguration': ({ tenant }, parameters) => {
		const { autoReply } = exchangeRecipient(tenant, parameters.text('Identity')).mailbox;
		return [
			{
				AutoReplyState: autoReply.state,
				StartTime: isoTime(autoReply.startTime),
				EndTime: isoTime(autoReply.endTime),
				InternalMessage: autoReply.internalMessage,
				ExternalMessage: autoReply.externalMessage,
				ExternalAudience: autoReply.externalAudience,
				CreateOOFEvent: autoReply.createOOFEvent,
				OOFEventSubject: autoReply.oofEventSubject,
				AutoDeclineFutureRequestsWhenOOF: autoReply.autoDeclineFutureRequestsWhenOOF,
				DeclineEventsForScheduledOOF: autoReply.declineEventsForScheduledOOF,
				DeclineAllEventsForScheduledOOF: autoReply.declineEventsForScheduledOOF,
				DeclineMeetingMessage: autoReply.declineMeetingMessage,
			},
		];
	},
	'Set-MailboxAutoReplyConfiguration': ({ tenant }, parameters) => {
		const { autoReply } = exchangeRecipient(tenant, parameters.text('Identity')).mailbox;
		if (parameters.has('AutoReplyState'))
			autoReply.state = parameters.text('AutoReplyState') as AutoReply['state'];
		if (parameters.has('ExternalAudience'))
			autoReply.externalAudience = parameters.text(
				'ExternalAudience',
			) as AutoReply['externalAudience'];
		if (parameters.has('InternalMessage'))
			autoReply.internalMessage = parameters.text('InternalMessage');
		if (parameters.has('ExternalMessage'))
			autoReply.externalMessage = parameters.text('ExternalMessage');
		if (parameters.has('StartTime')) autoReply.startTime = minutes(parameters.text('StartTime'));
		if (parameters.has('EndTime')) autoReply.endTime = minutes(parameters.text('EndTime'));
		if (parameters.has('CreateOOFEvent'))
			autoReply.createOOFEvent = parameters.isTrue('CreateOOFEvent');
		if (parameters.has('OOFEventSubject'))
			autoReply.oofEventSubject = parameters.text('OOFEventSubject');
		if (parameters.has('AutoDeclineFutureRequestsWhenOOF'))
			autoReply.autoDeclineFutureRequestsWhenOOF = parameters.isTrue(
				'AutoDeclineFutureRequestsWhenOOF',
			);
		if (parameters.has('DeclineEventsForScheduledOOF'))
			autoReply.declineEventsForScheduledOOF = parameters.isTrue('DeclineEventsForScheduledOOF');
		if (parameters.has('DeclineMeetingMessage'))
			autoReply.declineMeetingMessage = parameters.text('DeclineMeetingMessage');
	},
};

/** The state keeps minutes in UTC: 2025-03-01 09:00. */
const isoTime = (time: string) => `${time.replace(' ', 'T')}:00Z`;

function minutes(given: string): string {
	const time = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(given) ? given : `${given}Z`);
	return (Number.isNaN(time.getTime()) ? new Date(given) : time)
		.toISOString()
		.slice(0, 16)
		.replace('T', ' ');
}
