import { identity, jsonText, needsFullAccess } from '../fields/protection-fields';
import { labelSettings } from './sensitivity-label-fields';
import {
	change,
	compliance,
	destroy,
	exchangeRow,
	gone,
	inBody,
	inCompliance,
	inQuery,
	inSteps,
	json,
	lookingAgain,
	outcome,
	read,
	resource,
	rows,
	type Look,
	type Wanted,
} from '../vocabulary';

const role = 'Security.SensitivityLabel.ReadWrite';
const theLabel = identity('Label', 'Identity', 'Name of the label, or the column Guid of Get Many');
const nameToo = { Name: 'stands for Identity, which is always sent' };

const labelIs = (where: Look['where'], columns: Record<string, Wanted> = {}): Look =>
	compliance(exchangeRow('Get-Label', {}, where, columns));

/** It goes in the background, and is listed for minutes. */
const notPending = /^(?!PendingDeletion)/;

export const sensitivityLabel = resource('Sensitivity Label', 'sensitivityLabel', 'getMany', {
	getMany: read('ListSensitivityLabel', {
		name: 'Get Many',
		action: 'Get many sensitivity labels',
		help: "Lists a tenant's labels. PublishedInPolicies can be empty although a label is published.",
		role: 'Security.SensitivityLabel.Read',
		tenant: inQuery(),
		fields: [],
		answer: lookingAgain(
			rows(
				'Guid',
				'Name',
				'DisplayName',
				'Priority',
				'ParentId',
				'ContentType',
				'Disabled',
				'PublishedInPolicies',
				'Color',
				'Tooltip',
				'Comment',
			),
			inCompliance,
		),
	}),

	deploy: change('AddSensitivityLabel', {
		name: 'Deploy',
		action: 'Deploy sensitivity label',
		help: `Makes a label, or alters the one of that name, and publishes it if asked to. ${needsFullAccess}`,
		role,
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns:
			'A label of the same name is altered. When publishing fails, the label itself is altered all the same.',
		fields: [
			jsonText(
				'Label (JSON)',
				'The label with Name and its settings, such as a row of Sensitivity Label Template: Get Many. PolicyParams, an object with ExchangeLocation and the like, publishes it; an unknown parent makes a label of its own.',
				'e.g. {"Name":"Confidential","DisplayName":"Confidential","Tooltip":"For staff only"}',
			),
		],
		answer: inSteps(outcome(), 'the sensitivity labels of the tenants'),
		look: labelIs({ Name: '{PowerShellCommand.Name}' }),
	}),

	update: change('EditSensitivityLabel', {
		name: 'Update',
		action: 'Update sensitivity label',
		help: 'Alters what is added under Options. Look at it afterwards, since CIPP can report success when Purview was not reached.',
		role,
		tenant: inQuery(),
		omits: nameToo,
		fields: [
			theLabel,
			json('Other Parameters (JSON)', 'parameters', {
				optional: true,
				placeholder: 'e.g. {"Tooltip":"For staff only"}',
				help: 'More parameters of Set-Label, as an object. The other options win.',
			}),
			...labelSettings('parameters.'),
		],
		needsOneOf: ['parameters'],
		answer: outcome(),
		look: labelIs(
			{ 'Name|Guid': '{Identity}' },
			{
				DisplayName: '{parameters.DisplayName}',
				Tooltip: '{parameters.Tooltip}',
				Comment: '{parameters.Comment}',
			},
		),
	}),

	delete: destroy('RemoveSensitivityLabel', {
		name: 'Delete',
		action: 'Delete sensitivity label',
		help: 'Removes a label; Purview can refuse one that is published or has sublabels. List them afterwards, since CIPP can report success when Purview was not reached.',
		role,
		tenant: inQuery(),
		omits: nameToo,
		fields: [theLabel],
		answer: outcome(),
		look: gone(labelIs({ 'Name|Guid': '{Identity}', Mode: notPending })),
	}),
});
