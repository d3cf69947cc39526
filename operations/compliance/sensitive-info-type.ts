import { identity, jsonText, needsFullAccess } from '../fields/protection-fields';
import {
	butUnread,
	change,
	compliance,
	destroy,
	exchangeRow,
	gone,
	inBody,
	inCompliance,
	inQuery,
	json,
	lookingAgain,
	multiline,
	nothing,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	type Look,
	type Wanted,
} from '../vocabulary';

const role = 'Security.SensitiveInfoType.ReadWrite';
const theType = identity('Type', 'Identity', 'Name of the type, or the ID from Get Many');
const nameToo = { Name: 'stands for Identity, which is always sent' };

const typeIs = (where: Look['where'], columns: Record<string, Wanted> = {}): Look =>
	compliance(exchangeRow('Get-DlpSensitiveInformationType', {}, where, columns));

export const sensitiveInfoType = resource(
	'Sensitive Information Type',
	'sensitiveInfoType',
	'getMany',
	{
		getMany: read('ListSensitiveInfoType', {
			name: 'Get Many',
			action: 'Get many sensitive information types',
			help: "Lists what a tenant recognizes as sensitive. Microsoft's own types are left out unless asked for.",
			role: 'Security.SensitiveInfoType.Read',
			tenant: inQuery(),
			fields: [
				toggle('Include Built-In', 'IncludeBuiltIn', {
					optional: true,
					help: "Whether to list Microsoft's own types too",
				}),
			],
			answer: lookingAgain(
				rows(
					'Id',
					'Name',
					'Description',
					'Publisher',
					'Type',
					'RecommendedConfidence',
					'RulePackId',
				),
				inCompliance,
			),
		}),

		getRulePackage: read('ListSensitiveInfoTypeRulePackage', {
			name: 'Get Rule Package',
			action: 'Get rule package of sensitive information type',
			help: 'Reads the patterns behind a type. An empty Xml means that it was not found.',
			role: 'Security.SensitiveInfoType.Read',
			tenant: inQuery(),
			fields: [
				text('Rule Package ID', 'RulePackId', {
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'The column RulePackId of Get Many',
				}),
			],
			answer: butUnread(row('There is no such rule package in this tenant'), {
				Xml: nothing,
				RuleCollectionName: nothing,
			}),
		}),

		deploy: change('AddSensitiveInfoType', {
			name: 'Deploy',
			action: 'Deploy sensitive information type',
			help: `Makes a custom type, or replaces the one of that name. ${needsFullAccess}`,
			role,
			tenant: inBody('selectedTenants', { form: 'labelValues' }),
			warns: 'Replacing a type replaces its whole rule package: other types in it are lost',
			fields: [
				jsonText(
					'Type (JSON)',
					'The type with Name and Pattern (a regular expression), such as a row of Sensitive Information Type Template: Get Many. Confidence is 85 and PatternsProximity 300 if left out; FileDataBase64, a rule package, wins over Pattern.',
					'e.g. {"Name":"Employee Number","Pattern":"EMP-\\\\d{6}","Confidence":85}',
				),
			],
			answer: outcome({ failing: [/skipping in/i] }),
			look: typeIs({ Name: '{PowerShellCommand.Name}' }),
		}),

		update: change('EditSensitiveInfoType', {
			name: 'Update',
			action: 'Update sensitive information type',
			help: 'Alters a type made from a document fingerprint. Deploy one with a pattern again instead.',
			role,
			tenant: inQuery(),
			omits: nameToo,
			fields: [
				theType,
				json('Other Parameters (JSON)', 'parameters', {
					optional: true,
					placeholder: 'e.g. {"Threshold":60}',
					help: 'More parameters of Set-DlpSensitiveInformationType, as an object. The other options win.',
				}),
				text('New Name', 'parameters.Name', {
					optional: true,
					placeholder: 'e.g. Order Form',
					help: 'What the type is called afterwards',
				}),
				multiline('Description', 'parameters.Description', {
					optional: true,
					placeholder: 'e.g. Forms of our shop',
					help: 'What the type is for',
				}),
				text('Locale', 'parameters.Locale', {
					optional: true,
					placeholder: 'e.g. en-US',
					help: 'Language of name and description',
				}),
				onOff('Default Locale', 'parameters.IsDefault', {
					optional: true,
					help: 'Whether that language is the one to fall back to',
				}),
			],
			needsOneOf: ['parameters'],
			answer: outcome(),
			look: typeIs({ 'Name|Id': '{Identity}' }, { Description: '{parameters.Description}' }),
		}),

		delete: destroy('RemoveSensitiveInfoType', {
			name: 'Delete',
			action: 'Delete sensitive information type',
			help: "Removes the rule package of a custom type, with all types in it. Microsoft's own ones are refused.",
			role,
			tenant: inQuery(),
			warns:
				'CIPP removes the whole rule package of the type: every other custom type in the package goes with it. Look at the package first, with Get Rule Package.',
			omits: nameToo,
			fields: [theType],
			answer: outcome(),
			look: gone(typeIs({ 'Name|Id': '{Identity}' })),
		}),
	},
);
