import {
	change,
	destroy,
	inBody,
	inQuery,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const profileFields = (): DeclaredField[] => [
	text('Profile ID', 'profileId', {
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the profile, as the list of its kind gives it',
	}),
	text('Profile Name', 'displayName', {
		name: 'profileLabel',
		optional: true,
		placeholder: 'e.g. iPads in Warehouse',
		help: "Only a word in CIPP's answer and log",
	}),
];

export const enrollmentProfile = resource(
	'Enrollment Profile',
	'enrollmentProfile',
	'getManyAndroid',
	{
		getManyAndroid: read('ListAndroidEnrollmentProfiles', {
			name: 'Get Many for Android',
			action: 'Get many android enrollment profiles',
			help: 'Lists profiles for company-owned Android devices. Without Simplify also their tokens and QR codes, with which anybody can enroll a device.',
			role: 'Endpoint.Autopilot.Read',
			tenant: inQuery(),
			fields: [],
			answer: rows(
				'id',
				'displayName',
				'description',
				'enrollmentMode',
				'enrollmentTokenType',
				'enrolledDeviceCount',
				'tokenExpirationDateTime',
				'lastModifiedDateTime',
			),
			secret: ['tokenValue', 'qrCodeContent', 'qrCodeImage'],
		}),

		getApple: read('ListAppleEnrollmentProfiles', {
			name: 'Get for Apple',
			action: 'Get apple enrollment profiles',
			help: 'Reads the Apple enrollment tokens (Tokens) and the profiles on them (Profiles), as one item. Tokens that cannot be read are left out.',
			role: 'Endpoint.Autopilot.Read',
			tenant: inQuery(),
			fields: [],
			answer: row('CIPP answered without tokens and profiles'),
			secret: ['Profiles.adminAccountPassword'],
		}),

		syncApple: change('ExecSyncDEP', {
			name: 'Sync Apple Devices',
			action: 'Sync apple devices of enrollment profiles',
			help: 'Has Intune fetch the devices of every Apple Business Manager token of the tenant',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: inBody(),
			fields: [],
			answer: outcome({ onlyQueues: true, failing: [/^no apple business manager\b/i] }),
		}),

		deleteAndroid: destroy('ExecRemoveEnrollmentProfile', {
			name: 'Delete for Android',
			action: 'Delete android enrollment profile',
			help: 'Deletes an Android profile. Its token and QR code stop working.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: inBody(),
			fixed: { body: { profileType: 'android' } },
			omits: { id: 'another name of profileId' },
			fields: profileFields(),
			answer: outcome(),
		}),

		deleteApple: destroy('ExecRemoveEnrollmentProfile', {
			name: 'Delete for Apple',
			action: 'Delete apple enrollment profile',
			help: 'Deletes an Apple profile. Devices that have it need another one before their next setup.',
			role: 'Endpoint.MEM.ReadWrite',
			tenant: inBody(),
			fixed: { body: { profileType: 'apple' } },
			omits: { id: 'another name of profileId' },
			fields: [
				...profileFields(),
				text('Apple Token ID', 'tokenId', {
					name: 'appleEnrollmentId',
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'The token the profile is on: tokenId in the list of Apple profiles',
				}),
			],
			answer: outcome(),
		}),
	},
);
