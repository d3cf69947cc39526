/** What Graph, Exchange or SharePoint says when it refuses. */
export class MicrosoftError extends Error {
	readonly status: number;
	/** Graph's name for it, such as Request_ResourceNotFound. */
	readonly code: string;

	constructor(message: string, status = 400, code = 'Request_BadRequest') {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/** Exchange puts a number and the type of the exception before its words. */
export class ExchangeError extends MicrosoftError {
	readonly type: string;
	/** The words alone. */
	readonly words: string;

	constructor(
		words: string,
		{ type = 'Microsoft.Exchange.Configuration.Tasks.RecipientTaskException', status = 400 } = {},
	) {
		super(`Ex6F9304|${type}|${words}`, status, status === 404 ? 'NotFound' : 'BadRequest');
		this.type = type;
		this.words = words;
	}
}

/** Graph on an object that is not there. */
export function notFound(id: string): MicrosoftError {
	return new MicrosoftError(
		`Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
		404,
		'Request_ResourceNotFound',
	);
}

/** Graph on a path that it does not have. */
export function unknownSegment(segment: string): MicrosoftError {
	return new MicrosoftError(`Resource not found for the segment '${segment}'.`, 400, 'BadRequest');
}

/** Graph on a change to what only the local directory may change. */
export function masteredOnPremises(): MicrosoftError {
	return new MicrosoftError(
		'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
	);
}

/** Exchange on a recipient that is not there. */
export function noSuchRecipient(identity: string): ExchangeError {
	return new ExchangeError(
		`The operation couldn't be performed because object '${identity}' couldn't be found on 'AM7PR09A002DC05.EURPR09A002.PROD.OUTLOOK.COM'.`,
		{
			type: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
			status: 404,
		},
	);
}
