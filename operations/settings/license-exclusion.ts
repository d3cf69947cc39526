import {
	change,
	destroy,
	gone,
	inList,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	softly,
	text,
} from '../vocabulary';

const skuId = text('SKU ID', 'GUID', {
	name: 'skuId',
	required: true,
	placeholder: 'e.g. f30db892-07e9-47e9-837c-80727f46fd3d',
	help: 'The ID of the license, the same in every tenant. License: Get Many has it as skuId.',
});
const licenseName = text('License Name', 'SKUName', {
	required: true,
	placeholder: 'e.g. Microsoft Power Automate Free',
	help: 'How the license is called in the list of exclusions',
});
const oneOfMany = 'another operation of this resource sends it';

export const licenseExclusion = resource('License Exclusion', 'licenseExclusion', 'getMany', {
	getMany: read('ListExcludedLicenses', {
		name: 'Get Many',
		action: 'Get many license exclusions',
		help: 'Lists the licenses that CIPP leaves out of license lists or alerts. If there are none at all, CIPP first fills in its own.',
		role: 'CIPP.AppSettings.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'GUID',
			'Product_Display_Name',
			'ExcludedEverywhere',
			'ShowInLicenseDropdown',
			'ExclusionType',
		),
	}),

	excludeEverywhere: change('ExecExcludeLicenses', {
		name: 'Exclude Everywhere',
		action: 'Exclude license everywhere',
		help: 'Leaves a license out of lists, reports and alerts. An exclusion that is there is replaced, with its Show in Dropdown.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'AddExclusion' } },
		fields: [skuId, licenseName],
		answer: outcome(),
		look: inList('getMany', { GUID: '{GUID}' }, { ExcludedEverywhere: softly(true) }),
	}),

	excludeFromAlerts: change('ExecExcludeLicenses', {
		name: 'Exclude From Alerts',
		action: 'Exclude license from alerts',
		help: 'Leaves a license out of alerts only. An exclusion that is there is replaced, with its Show in Dropdown.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'AlertOnly' } },
		fields: [skuId, licenseName],
		answer: outcome(),
	}),

	setShowInDropdown: change('ExecExcludeLicenses', {
		name: 'Set Show in Dropdown',
		action: 'Set whether excluded license is shown in dropdowns',
		help: 'Sets whether an excluded license can still be chosen where licenses are assigned',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'SetShowInDropdown' } },
		fields: [
			skuId,
			onOff('Show in Dropdown', 'ShowInDropdown', {
				required: true,
				help: 'Whether the license can be chosen. It has to be among the exclusions.',
			}),
		],
		answer: outcome(),
	}),

	remove: destroy('ExecExcludeLicenses', {
		name: 'Delete',
		action: 'Delete license exclusion',
		help: 'Has a license counted and listed like any other again',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'RemoveExclusion' } },
		fields: [skuId],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{GUID}' }))),
	}),

	restoreDefaults: change('ExecExcludeLicenses', {
		name: 'Restore Defaults',
		action: 'Restore default license exclusions',
		help: 'Adds the exclusions that come with CIPP where they are missing. Your own stay.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'RestoreDefaults' } },
		omits: { GUID: oneOfMany, SKUName: oneOfMany, ShowInDropdown: oneOfMany },
		fields: [],
		answer: outcome(),
	}),

	reset: destroy('ExecExcludeLicenses', {
		name: 'Reset to Defaults',
		action: 'Reset license exclusions to defaults',
		help: 'Replaces all exclusions with those that come with CIPP',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fixed: { body: { Action: 'RestoreDefaults', FullReset: true } },
		warns: 'Deletes all exclusions, also the ones you have added.',
		fields: [],
		answer: outcome(),
	}),
});
