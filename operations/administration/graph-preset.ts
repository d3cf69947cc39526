import { graphVersions } from './graph-request';
import {
	change,
	choice,
	destroy,
	number,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const optional = (label: string, wire: string, placeholder: string, help: string) =>
	text(label, `preset.${wire}`, { optional: true, placeholder, help });

const settings: DeclaredField[] = [
	text('Preset Name', 'preset.name', {
		required: true,
		placeholder: 'e.g. Disabled users',
		help: 'What the preset is called in the portal',
	}),
	text('Graph Path', 'preset.endpoint', {
		required: true,
		placeholder: 'e.g. users',
		help: 'What it reads, without host and version',
	}),
	optional('Filter', '$filter', 'e.g. accountEnabled eq false', 'Only rows that match'),
	optional('Select', '$select', 'e.g. displayName,mail', 'Only these properties, with commas'),
	optional('Expand', '$expand', 'e.g. manager', 'Related objects to add'),
	optional('Search', '$search', 'e.g. "displayName:jane"', 'Words to search for, in double quotes'),
	optional('Order By', '$orderby', 'e.g. displayName', 'Property to sort by'),
	optional('Format', '$format', 'e.g. application/json', 'Form in which Graph answers'),
	number('Page Size', 'preset.$top', {
		optional: true,
		default: 100,
		help: 'How many rows a page holds',
	}),
	toggle('Count', 'preset.$count', {
		optional: true,
		help: 'Whether to count, which some filters need',
	}),
	toggle('First Page Only', 'preset.NoPagination', {
		optional: true,
		help: 'Whether to stop after the first page',
	}),
	toggle('As Application', 'preset.AsApp', {
		optional: true,
		help: 'Whether to ask with application permissions',
	}),
	toggle('Look Up Tenants', 'preset.ReverseTenantLookup', {
		optional: true,
		help: 'Whether to add the tenant that a tenant ID in the row belongs to',
	}),
	optional(
		'Property With Tenant ID',
		'ReverseTenantLookupProperty',
		'e.g. tenantId',
		'Where in a row that tenant ID stands',
	),
	choice('Graph Version', 'preset.version', graphVersions, {
		optional: true,
		default: 'beta',
		help: 'Which version of Microsoft Graph answers',
	}),
	toggle('Shared', 'preset.IsShared', {
		optional: true,
		help: 'Whether everyone in CIPP sees the preset',
	}),
];
const presetId = text('Preset ID', 'preset.id', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'The ID column of Get Many. It has to be a preset of the caller, which an API client often has none of.',
});
const action = (name: string) => ({ body: { action: name } });

/** An API client has no user name, and CIPP compares that of whoever made the preset with it. */
const notOwn =
	'CIPP lets nobody but the person who made a preset change it, and an API client is no person. Do it in the portal.';

export const graphPreset = resource('Graph Preset', 'graphPreset', 'getMany', {
	getMany: read('ListGraphExplorerPresets', {
		name: 'Get Many',
		action: 'Get many graph presets',
		help: 'Lists the stored queries of the Graph Explorer page that are shared or your own',
		role: 'CIPP.Core.Read',
		tenant: null,
		fields: [
			text('Graph Path', 'Endpoint', {
				name: 'presetEndpoint',
				optional: true,
				placeholder: 'e.g. users',
				help: 'Only presets for exactly this path',
			}),
		],
		answer: rows('id', 'name', 'IsShared', 'IsMyPreset', 'Owner', 'params'),
	}),

	create: change('ExecGraphExplorerPreset', {
		name: 'Create',
		action: 'Create graph preset',
		help: 'Stores a query for the Graph Explorer page. The new ID is not told; look it up with Get Many.',
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: action('Copy'),
		fields: settings,
		answer: outcome(),
	}),

	update: change('ExecGraphExplorerPreset', {
		name: 'Update',
		action: 'Update graph preset',
		help: 'Replaces a stored query as a whole; what is not given is lost',
		never: notOwn,
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: action('Save'),
		fields: [presetId, ...settings],
		answer: outcome(),
	}),

	delete: destroy('ExecGraphExplorerPreset', {
		name: 'Delete',
		action: 'Delete graph preset',
		help: 'Removes a stored query for good',
		never: notOwn,
		role: 'CIPP.Core.Read',
		tenant: null,
		fixed: action('Delete'),
		fields: [presetId],
		answer: outcome(),
	}),
});
