import { Workflow, type IDataObject, type INode, type INodeTypes } from 'n8n-workflow';
import { CippOAuth2Api } from '../../credentials/CippOAuth2Api.credentials';

/** A credential's hidden fields as n8n works them out, from what someone typed. */
export async function resolvedCredential(typed: IDataObject): Promise<IDataObject> {
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
		nodeTypes: noTypes,
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

/** The node that n8n makes up to work out a credential has no parameters. */
const noTypes = {
	getByName: () => ({ description: { properties: [] } }),
	getByNameAndVersion: () => ({ description: { properties: [] } }),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;
