import { afterEach } from 'vitest';
import { startMicrosoft, type StandAlone } from '../../sandbox/microsoft/stand-alone.mts';

export interface Answer {
	status: number;
	body: any;
}

export interface Client {
	microsoft: StandAlone;
	token(tenant: string): Promise<Answer>;
	/** address: 'v1.0/users/…', 'beta/…'. */
	graph(method: string, address: string, body?: unknown): Promise<Answer>;
	cmdlet(name: string, parameters?: object, tenant?: string): Promise<Answer>;
	/** To any of Microsoft's hosts: 'contosoltd-my.sharepoint.com/…'. */
	call(method: string, address: string, body?: unknown): Promise<Answer>;
}

const open: StandAlone[] = [];
afterEach(async () => {
	for (const microsoft of open.splice(0)) await microsoft.close();
});

/** Microsoft alone on a Monday at 09:02 where time stands still, and a client with Contoso's token. Closed after the test. */
export async function contososMicrosoft(): Promise<Client> {
	const microsoft = await startMicrosoft({ start: new Date('2025-03-03T09:02:00Z'), speed: 0 });
	open.push(microsoft);
	const send = async (method: string, path: string, body?: unknown, authorization = '') => {
		const response = await fetch(`${microsoft.url}/${path}`, {
			method,
			headers: { authorization },
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, body: parsed(text) };
	};
	const token = (tenant: string) =>
		send(
			'POST',
			`login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
			'grant_type=client_credentials',
		);
	const bearer = `Bearer ${(await token('contoso.example')).body.access_token}`;
	const call = (method: string, address: string, body?: unknown) =>
		send(method, address, body, bearer);
	return {
		microsoft,
		token,
		call,
		graph: (method, address, body) => call(method, `graph.microsoft.com/${address}`, body),
		cmdlet: (CmdletName, Parameters = {}, tenant = 'contoso.example') =>
			call('POST', `outlook.office365.com/adminapi/beta/${tenant}/InvokeCommand`, {
				CmdletInput: { CmdletName, Parameters },
			}),
	};
}

function parsed(text: string): any {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
