import {
	asSent,
	change,
	choice,
	color,
	destroy,
	inRow,
	json,
	list,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const presetId = text('Preset ID', 'id', {
	name: 'presetId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of the preset, from Get Presets',
});
const kind = choice(
	'Kind of Image',
	'kind',
	[
		{ value: 'logo', label: 'Logo' },
		{ value: 'cover', label: 'Cover' },
	],
	{ name: 'imageKind', required: true, default: 'logo', help: 'Where the image stands in reports' },
);

/** What the settings and a preset have in common. */
const look = (): DeclaredField[] => [
	color('Color', 'colour', {
		optional: true,
		placeholder: 'e.g. #F77F00',
		help: 'Main color as # and six hexadecimal digits. A preset without one gets the orange of CIPP.',
	}),
	color('Secondary Color', 'secondaryColour', {
		optional: true,
		placeholder: 'e.g. #006666',
		help: 'For subheadings and the second series of charts, as # and six hexadecimal digits',
	}),
	text('Footer Text', 'footerText', {
		optional: true,
		placeholder: 'e.g. Made by Example MSP for %tenantname%',
		help: 'Stands on every page; up to 200 characters. %Variables% are filled in.',
	}),
	text('Cover Footer Text', 'coverFooterText', {
		optional: true,
		placeholder: 'e.g. Confidential',
		help: 'Note at the bottom of the cover; up to 200 characters',
	}),
	text('Watermark Text', 'watermarkText', {
		optional: true,
		placeholder: 'e.g. DRAFT',
		help: 'Stands across the pages; up to 40 characters. Show Watermark has to be on.',
	}),
	onOff('Show Watermark', 'watermarkEnabled', {
		optional: true,
		help: 'Whether to show the watermark. In a preset, leaving it out means no.',
	}),
	onOff('Show Footer', 'showFooter', {
		optional: true,
		help: 'Whether to show the footer text. In a preset, leaving it out means no.',
	}),
	onOff('Show Page Numbers', 'showPageNumbers', {
		optional: true,
		help: 'Whether to number the pages. In a preset, leaving it out means no.',
	}),
	choice(
		'Cover Picture',
		'coverStock',
		[
			{ value: 'none', label: 'None' },
			{ value: '/reportImages/soc.jpg', label: 'Operations Center' },
			{ value: '/reportImages/board.jpg', label: 'Board' },
			{ value: '/reportImages/glasses.jpg', label: 'Glasses' },
			{ value: '/reportImages/working.jpg', label: 'Working' },
			{ value: '/reportImages/laptop.jpg', label: 'Laptop' },
			{ value: '/reportImages/city.jpg', label: 'City' },
		],
		{
			optional: true,
			default: 'none',
			help: 'One of the pictures that come with CIPP, or none',
		},
	),
	text('Logo Image ID', 'logoImageId', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'The uploaded logo to use, from logoImageIds of Get',
	}),
	text('Cover Image ID', 'coverImageId', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'The uploaded cover to use, from coverImageIds of Get',
	}),
];

export const branding = resource('Branding', 'branding', 'get', {
	get: read('ExecBrandingSettings', {
		name: 'Get',
		action: 'Get branding',
		help: 'Reads how reports look: colors, texts, logos and covers. The images stand in it as data URLs, which makes it large.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'Get' } },
		fields: [],
		answer: row('CIPP gave no settings'),
	}),

	update: change('ExecBrandingSettings', {
		name: 'Update',
		action: 'Update branding',
		help: 'Changes what is given about the look of reports; the rest stays. Where branding was never saved before, the first time may keep only the color: run it again.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Set' } },
		fields: [
			...look(),
			list('Logo Gallery', 'logoImageIds', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'IDs of all uploaded logos to choose from, separated by commas. Replaces the gallery.',
			}),
			list('Cover Gallery', 'coverImageIds', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'IDs of all uploaded covers to choose from, separated by commas. Replaces the gallery.',
			}),
			json('Presets of Reports', 'reportDefaults', {
				optional: true,
				placeholder: 'e.g. {"executive":"1c2d3e4f-0000-4000-8000-000000000000"}',
				help: 'Which preset each report takes, as an object of report and preset ID. Replaces what is stored, so give all of them.',
			}),
			json('Colors of Parts', 'roleColours', {
				optional: true,
				placeholder: 'e.g. {"heading":"#006666"}',
				help: 'Colors of single parts of a report, as an object like roleColours of Get. Replaces what is stored, so give all of them.',
			}),
		],
		needsOneOf: [
			'colour',
			'secondaryColour',
			'footerText',
			'coverFooterText',
			'watermarkText',
			'watermarkEnabled',
			'showFooter',
			'showPageNumbers',
			'coverStock',
			'logoImageId',
			'coverImageId',
			'logoImageIds',
			'coverImageIds',
			'reportDefaults',
			'roleColours',
		],
		answer: outcome(),
		look: inRow(
			'get',
			asSent(
				'colour',
				'secondaryColour',
				'footerText',
				'coverFooterText',
				'watermarkText',
				'watermarkEnabled',
				'showFooter',
				'showPageNumbers',
				'logoImageId',
				'coverImageId',
			),
		),
	}),

	reset: destroy('ExecBrandingSettings', {
		name: 'Reset',
		action: 'Reset branding',
		help: 'Brings back the look that reports had when CIPP was new',
		role,
		tenant: null,
		fixed: { body: { Action: 'Reset' } },
		warns: 'Deletes all uploaded logos and covers, also those that presets use.',
		fields: [],
		answer: outcome(),
	}),

	uploadImage: change('ExecBrandingSettings', {
		name: 'Upload Image',
		action: 'Upload image for branding',
		help: 'Stores a logo or cover and uses it in reports from now on',
		role,
		tenant: null,
		fixed: { body: { Action: 'UploadImage' } },
		fields: [
			kind,
			text('Image', 'data', {
				name: 'imageData',
				required: true,
				placeholder: 'e.g. data:image/png;base64,iVBORw0KGgo=',
				help: 'The image as a data URL: its type and its base64. Up to 5 MB.',
			}),
		],
		answer: row('CIPP stored no image'),
	}),

	deleteImage: destroy('ExecBrandingSettings', {
		name: 'Delete Image',
		action: 'Delete image of branding',
		help: 'Deletes an uploaded logo or cover. Without its cover, a report has none. CIPP reports success for an unknown ID, too.',
		role,
		tenant: null,
		fixed: { body: { Action: 'DeleteImage' } },
		fields: [
			kind,
			text('Image ID', 'id', {
				name: 'imageId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'From logoImageIds or coverImageIds of Get',
			}),
		],
		answer: outcome(),
	}),

	getPresets: read('ExecBrandingSettings', {
		name: 'Get Presets',
		action: 'Get presets of branding',
		help: 'Lists the looks that single reports can have instead of the general one',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'ListPresets' } },
		fields: [],
		answer: rows(
			'id',
			'name',
			'colour',
			'secondaryColour',
			'logoImageId',
			'coverStock',
			'coverImageId',
			'footerText',
			'coverFooterText',
			'showFooter',
			'showPageNumbers',
			'watermarkText',
			'watermarkEnabled',
		),
	}),

	savePreset: change('ExecBrandingSettings', {
		name: 'Save Preset',
		action: 'Save preset of branding',
		help: 'Adds a look for single reports, or replaces one. What is not given is empty, off or the default, not as before.',
		role,
		tenant: null,
		fixed: { body: { Action: 'SavePreset' } },
		fields: [
			text('Preset Name', 'name', {
				name: 'presetName',
				required: true,
				placeholder: 'e.g. Board report',
				help: 'How the preset is called; up to 128 characters',
			}),
			{
				...presetId,
				label: 'Preset to Replace',
				name: 'replacePresetId',
				required: false,
				optional: true,
				help: 'ID of a preset to overwrite. Left out, a new one is made.',
			},
			...look(),
		],
		answer: outcome({ keeps: { presetId: 'Results.id' } }),
	}),

	deletePreset: destroy('ExecBrandingSettings', {
		name: 'Delete Preset',
		action: 'Delete preset of branding',
		help: 'Deletes a look for single reports. Its logo and cover stay in the gallery.',
		role,
		tenant: null,
		fixed: { body: { Action: 'DeletePreset' } },
		fields: [presetId],
		answer: outcome(),
	}),
});
