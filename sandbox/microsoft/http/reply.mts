import { ExchangeError, MicrosoftError } from '../errors.mts';
import { graphErrorReply } from '../microsoft.mts';

/** An answer before it is put into bytes: a text as it is, nothing as nothing, all else as JSON. */
export interface Reply {
	status: number;
	body: unknown;
}

/** How each service words its errors. */
export type Wording = (error: MicrosoftError) => Reply;

/** The answer of some work, or the error in the service's words. */
export function replied(wording: Wording, work: () => Reply): Reply {
	try {
		return work();
	} catch (error) {
		if (error instanceof MicrosoftError) return wording(error);
		throw error;
	}
}

export const graphWording: Wording = graphErrorReply;

export const exchangeWording: Wording = (error) => {
	const { status, code, message } = error;
	if (!(error instanceof ExchangeError)) return { status, body: { error: { code, message } } };
	const cause = { message: error.words, type: error.type, stacktrace: '' };
	return {
		status,
		body: {
			error: {
				code,
				message: 'Error executing cmdlet',
				details: [{ code: 'Context', target: '', message }],
				innererror: {
					message: 'Error executing cmdlet',
					type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
					stacktrace: '',
					internalexception: cause,
				},
			},
		},
	};
};

export const sharePointWording: Wording = ({ status, code, message }) => ({
	status,
	body: { 'odata.error': { code, message: { lang: 'en-US', value: message } } },
});
