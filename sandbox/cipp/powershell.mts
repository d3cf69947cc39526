/** What PowerShell makes of a list on its way: one is bare, none is null. */
export function unrolled<Item>(list: Item[]): Item[] | Item | null {
	if (list.length === 0) return null;
	return list.length === 1 ? list[0] : list;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** A date as Out-String prints it, between line ends: Monday, 03 March 2025 06:55:00. */
export function printedDate(iso: string | null | undefined): string {
	if (!iso) return '';
	const time = new Date(/[zZ]$/.test(iso) ? iso : `${iso}Z`);
	const day = String(time.getUTCDate()).padStart(2, '0');
	const date = `${days[time.getUTCDay()]}, ${day} ${months[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
	return `\n${date} ${time.toISOString().slice(11, 19)}\n\n`;
}

/** A date as it turns into a text of its own accord: 06/03/2024 07:12:00, without its zone. */
export function textDate(iso: unknown): string {
	const [year, month, day, ...time] = String(iso).split(/[-T:.Z]/);
	return `${month}/${day}/${year} ${time.slice(0, 3).join(':')}`;
}

/** A time of Azure's tables: seven digits, and an offset instead of Z. */
export function tableTime(time: Date): string {
	return time.toISOString().replace('Z', '0000+00:00');
}

/** The security identifier that belongs to an object id. */
export function sidOf(id: string): string {
	const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
	// A GUID's first three groups stand in memory the other way round.
	const guid = Buffer.concat([
		bytes.subarray(0, 4).reverse(),
		bytes.subarray(4, 6).reverse(),
		bytes.subarray(6, 8).reverse(),
		bytes.subarray(8),
	]);
	return `S-1-12-1-${[0, 4, 8, 12].map((offset) => guid.readUInt32LE(offset)).join('-')}`;
}

/** What PowerShell says of a parameter that must not be empty. */
export function emptyParameter(name: string): string {
	return `Cannot bind argument to parameter '${name}' because it is an empty string.`;
}

/** The same where nothing was given at all. */
export function nullParameter(name: string): string {
	return `Cannot bind argument to parameter '${name}' because it is null.`;
}

/** What it says of a value outside of a set. */
export function outsideOfSet(name: string, given: string, set: readonly string[]): string {
	return given === ''
		? `Cannot validate argument on parameter '${name}'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.`
		: outsideOfTypedSet(name, given, set);
}

/** The same where the parameter is declared as text, so that nothing is an empty text. */
export function outsideOfTypedSet(name: string, given: string, set: readonly string[]): string {
	return `Cannot validate argument on parameter '${name}'. The argument "${given}" does not belong to the set "${set.join(',')}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`;
}

// .NET's names for every status, in their order.
const statuses =
	'Continue,SwitchingProtocols,Processing,EarlyHints,OK,Created,Accepted,NonAuthoritativeInformation,NoContent,ResetContent,PartialContent,MultiStatus,AlreadyReported,IMUsed,MultipleChoices,Ambiguous,MovedPermanently,Moved,Found,Redirect,SeeOther,RedirectMethod,NotModified,UseProxy,Unused,TemporaryRedirect,RedirectKeepVerb,PermanentRedirect,BadRequest,Unauthorized,PaymentRequired,Forbidden,NotFound,MethodNotAllowed,NotAcceptable,ProxyAuthenticationRequired,RequestTimeout,Conflict,Gone,LengthRequired,PreconditionFailed,RequestEntityTooLarge,RequestUriTooLong,UnsupportedMediaType,RequestedRangeNotSatisfiable,ExpectationFailed,MisdirectedRequest,UnprocessableEntity,UnprocessableContent,Locked,FailedDependency,UpgradeRequired,PreconditionRequired,TooManyRequests,RequestHeaderFieldsTooLarge,UnavailableForLegalReasons,InternalServerError,NotImplemented,BadGateway,ServiceUnavailable,GatewayTimeout,HttpVersionNotSupported,VariantAlsoNegotiates,InsufficientStorage,LoopDetected,NotExtended,NetworkAuthenticationRequired';

/** What Azure's worker says of an answer whose status was never set. */
export const noStatus = `Cannot create object of type "Microsoft.Azure.Functions.PowerShellWorker.HttpResponseContext". Cannot convert null to type "System.Net.HttpStatusCode" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${statuses}".`;
