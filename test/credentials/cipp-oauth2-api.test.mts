import { Workflow, type IDataObject, type INode } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { CippOAuth2Api } from '../../credentials/CippOAuth2Api.credentials';
import { nodeTypes } from '../engine/engine.mts';

/** A credential's hidden fields as n8n works them out, from what someone typed. */
async function resolved(typed: Record<string, string>): Promise<IDataObject> {
	const defaults = Object.fromEntries(
		new CippOAuth2Api().properties.map(({ name, default: value }) => [name, value]),
	);
	const data = { ...defaults, ...typed } as IDataObject;
	const node = {
		name: 'Temp',
		typeVersion: 1,
		type: 'test.start',
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		nodes: [node as unknown as INode],
		connections: {},
		active: false,
		nodeTypes: nodeTypes([]),
	});
	await workflow.expression.acquireIsolate();
	try {
		return workflow.expression.getComplexParameterValue(
			node as unknown as INode,
			data as never,
			'internal',
			{},
			undefined,
			undefined,
			data,
		) as unknown as IDataObject;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

const typed = { tenantId: 'partner.example', clientId: 'c-1', clientSecret: 's' };

it.each([
	['commercial', 'https://login.microsoftonline.com/partner.example/oauth2/v2.0/token'],
	['usGovernment', 'https://login.microsoftonline.us/partner.example/oauth2/v2.0/token'],
	['china', 'https://login.partner.microsoftonline.cn/partner.example/oauth2/v2.0/token'],
])('takes the token of the %s cloud from its own sign-in service', async (cloud, url) => {
	expect(await resolved({ ...typed, cloud })).toMatchObject({
		accessTokenUrl: url,
		scope: 'api://c-1/.default',
		grantType: 'clientCredentials',
	});
});

it('takes an own token URL and an own scope instead', async () => {
	const own = { tokenUrl: 'https://sts.example/token', customScope: 'api://cipp.example/.default' };

	expect(await resolved({ ...typed, ...own })).toMatchObject({
		accessTokenUrl: 'https://sts.example/token',
		scope: 'api://cipp.example/.default',
	});
});

it('cannot be led to another path by what is typed as tenant', async () => {
	const { accessTokenUrl } = await resolved({ ...typed, tenantId: '../evil?x=' });

	expect(accessTokenUrl).toBe(
		'https://login.microsoftonline.com/..%2Fevil%3Fx%3D/oauth2/v2.0/token',
	);
});
