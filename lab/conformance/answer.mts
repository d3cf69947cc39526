/** What came back, as far as it depends on CIPP and not on its host. */
export interface Answered {
	status: number;
	/** Text that is a JSON object or list counts as JSON, whatever its content type: that is the host's. */
	kind: 'nothing' | 'text' | 'JSON' | 'no answer';
	body: unknown;
	/** What became otherwise in Microsoft's tenants, a line each; null where nobody can tell. */
	effects: string[] | null;
}

/** Sends a request and reads what comes back. */
export async function ask(address: string, init: RequestInit): Promise<Omit<Answered, 'effects'>> {
	try {
		const response = await fetch(address, { ...init, signal: AbortSignal.timeout(120_000) });
		return { status: response.status, ...read(await response.text()) };
	} catch (error) {
		return { status: 0, kind: 'no answer', body: String((error as Error).message) };
	}
}

function read(text: string): Pick<Answered, 'kind' | 'body'> {
	if (text === '' || text === 'null') return { kind: 'nothing', body: null };
	const body = parsed(text);
	if (typeof body === 'object' && body !== null) return { kind: 'JSON', body };
	return { kind: 'text', body: typeof body === 'string' ? body : text };
}

/** JSON, or the text as it is. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
