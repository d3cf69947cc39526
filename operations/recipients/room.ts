import {
	asExchange,
	change,
	choice,
	exchange,
	inBody,
	inList,
	inMailbox,
	inQuery,
	inRow,
	inSteps,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	slowly,
	text,
	words,
	type DeclaredField,
} from '../vocabulary';

const displayName = text('Display Name', 'displayName', {
	required: true,
	placeholder: 'e.g. Boardroom 2nd Floor',
	help: 'Name in the address list. It is written each time, so give the present one to keep it.',
});

const newMailbox = (example: string): DeclaredField[] => [
	text('Display Name', 'displayName', {
		required: true,
		placeholder: `e.g. ${example}`,
		help: 'Name in the address list',
	}),
	text('Name', 'username', {
		name: 'username',
		required: true,
		placeholder: `e.g. ${example.toLowerCase().replace(/ /g, '')}`,
		help: 'Name of the mailbox in Exchange, without domain',
	}),
	text('Primary Email Address', 'userPrincipalName', {
		name: 'primaryAddress',
		required: true,
		placeholder: `e.g. ${example.toLowerCase().replace(/ /g, '')}@contoso.com`,
		help: 'Full address that meetings are sent to',
	}),
];

const detail = (label: string, wire: string, example: string, help: string): DeclaredField =>
	text(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });
const onOrOff = (label: string, wire: string, help: string): DeclaredField =>
	onOff(label, wire, { optional: true, help });

/** Booking rules that rooms and equipment share. */
const booking: DeclaredField[] = [
	onOff('Hide From Address List', 'hiddenFromAddressListsEnabled', {
		name: 'hideFromAddressList',
		optional: true,
		help: 'Whether it stays out of the global address list',
	}),
	detail('Phone', 'Phone', '+31 20 123 4567', 'Number of a telephone there'),
	detail('City', 'City', 'Utrecht', 'Town of the address'),
	detail('Country or Region', 'CountryOrRegion', 'NL', 'Country code of two letters'),
	detail('Postal Code', 'PostalCode', '3511 AB', 'Postal code of the address'),
	onOrOff('Allow Conflicts', 'AllowConflicts', 'Whether the same time can be booked twice'),
	onOrOff('Allow Recurring Meetings', 'AllowRecurringMeetings', 'Whether a series can be booked'),
	onOrOff(
		'Accept External Requests',
		'ProcessExternalMeetingMessages',
		'Whether people outside the organization can book',
	),
	onOrOff(
		'Forward Requests to Delegates',
		'ForwardRequestsToDelegates',
		'Whether delegates get requests too',
	),
	onOrOff(
		'Only During Working Hours',
		'ScheduleOnlyDuringWorkHours',
		'Whether meetings outside working hours are declined',
	),
	number('Days Ahead', 'BookingWindowInDays', {
		optional: true,
		default: 180,
		help: 'How many days ahead can be booked',
	}),
	number('Longest Meeting', 'MaximumDurationInMinutes', {
		optional: true,
		default: 1440,
		help: 'In minutes; 1440 is a day',
	}),
	choice(
		'Booking',
		'AutomateProcessing',
		[
			{
				value: 'AutoAccept',
				label: 'Accept',
				help: 'Free times are booked without anyone looking',
			},
			{ value: 'AutoUpdate', label: 'Tentative', help: 'Someone has to accept each request' },
			{ value: 'None', label: 'None', help: 'Requests are not answered' },
		],
		{ optional: true, default: 'AutoAccept', help: 'How requests are answered' },
	),
	detail('Working Days', 'WorkDays', 'Monday,Tuesday,Friday', 'English names, separated by commas'),
	detail('Working Hours Start', 'WorkHoursStartTime', '08:00:00', 'Time of day as HH:mm:ss'),
	detail('Working Hours End', 'WorkHoursEndTime', '17:30:00', 'Time of day as HH:mm:ss'),
	detail(
		'Time Zone',
		'WorkingHoursTimeZone',
		'W. Europe Standard Time',
		'Windows name of the time zone of the working hours',
	),
];

const roomId = text('Room', 'roomId', {
	required: true,
	placeholder: 'e.g. boardroom@contoso.com',
	help: 'Address of the room, or its ID from Get Many',
});

export const room = resource('Room', 'room', 'getMany', {
	getMany: read('ListRooms', {
		name: 'Get Many',
		action: 'Get many rooms',
		help: 'Lists the room mailboxes of a tenant with place and size. An empty list can also mean that Exchange failed.',
		role: 'Exchange.Room.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'id',
			'displayName',
			'mail',
			'bookingType',
			'capacity',
			'building',
			'floor',
			'city',
			'countryOrRegion',
			'accountDisabled',
			'hiddenFromAddressListsEnabled',
			'tags',
		),
	}),

	get: read('ListRooms', {
		name: 'Get',
		action: 'Get room',
		help: 'Reads one room with booking options, working hours and default permission of its calendar',
		role: 'Exchange.Room.Read',
		tenant: inQuery(),
		fields: [roomId],
		answer: row('There is no such room, or Exchange did not hand out all of its settings'),
	}),

	create: change('AddRoomMailbox', {
		name: 'Create',
		action: 'Create room',
		help: 'Makes a mailbox for a meeting room and blocks its sign-in',
		role: 'Exchange.Room.ReadWrite',
		tenant: inBody('tenantid'),
		fields: [
			...newMailbox('Boardroom'),
			number('Seats', 'ResourceCapacity', {
				optional: true,
				default: 8,
				help: 'How many people fit in',
			}),
		],
		answer: inSteps(outcome(), 'the mailbox'),
		look: inMailbox({ RecipientTypeDetails: 'RoomMailbox' }, '{userPrincipalName}'),
	}),

	update: change('EditRoomMailbox', {
		name: 'Update',
		action: 'Update room',
		help: 'Changes place, equipment and booking options of a room. What is left out stays; nothing can be emptied.',
		role: 'Exchange.Room.ReadWrite',
		tenant: inBody('tenantID'),
		warns:
			"CIPP does not look whether Exchange took the place and booking options: check with Get. Working hours and the calendar's default permission do report errors.",
		omits: {
			userPrincipalName: 'only stands in the text of an error',
			Desks: 'CIPP hands it on to Exchange unseen, and which values work is not known',
			Localities: 'CIPP hands it on to Exchange unseen, and which values work is not known',
			ResourceLinks: 'CIPP hands it on to Exchange unseen, and which values work is not known',
		},
		fields: [
			roomId,
			displayName,
			number('Seats', 'capacity', { optional: true, default: 8, help: 'How many people fit in' }),
			...booking,
			detail('Building', 'Building', 'Head Office', 'Building that the room is in'),
			number('Floor', 'Floor', {
				optional: true,
				help: 'Floor as a number; 0 is the ground floor',
			}),
			detail('Floor Label', 'FloorLabel', 'Mezzanine', 'Floor as people call it'),
			detail('Audio Device', 'AudioDeviceName', 'Speakerphone', 'Sound equipment in the room'),
			detail('Video Device', 'VideoDeviceName', 'Camera', 'Camera in the room'),
			detail('Display Device', 'DisplayDeviceName', '75 inch screen', 'Screen in the room'),
			detail('Street Address', 'Street', 'Main Street 1', 'Street and number'),
			detail('State or Province', 'State', 'Utrecht', 'State, province or region'),
			detail('Space Type', 'SpaceType', 'Room', 'Kind of space, as Exchange names it'),
			detail('Custom Space Type', 'CustomSpaceType', 'Studio', 'Kind of space in your own words'),
			onOrOff(
				'Wheelchair Accessible',
				'IsWheelChairAccessible',
				'Whether the room can be reached in a wheelchair',
			),
			list('Tags', 'Tags', {
				optional: true,
				placeholder: 'e.g. Whiteboard, Daylight',
				help: 'Words to search rooms by, separated by commas. They replace the present ones.',
			}),
			onOrOff(
				'Enforce Capacity',
				'EnforceCapacity',
				'Whether meetings with more people than seats are declined',
			),
			onOrOff(
				'Add Organizer to Subject',
				'AddOrganizerToSubject',
				"Whether the organizer's name stands in front of the subject",
			),
			onOrOff('Delete Comments', 'DeleteComments', 'Whether the text of the invitation is dropped'),
			onOrOff('Delete Subject', 'DeleteSubject', 'Whether the subject is dropped'),
			onOrOff(
				'Remove Private Mark',
				'RemovePrivateProperty',
				'Whether private meetings become ordinary ones here',
			),
			onOrOff(
				'Remove Canceled Meetings',
				'RemoveCanceledMeetings',
				'Whether canceled meetings disappear from the calendar by themselves',
			),
			onOrOff(
				'Remove Outdated Messages',
				'RemoveOldMeetingMessages',
				'Whether meeting messages that a newer one replaces are deleted',
			),
			choice(
				'Default Calendar Permission',
				'DefaultCalendarPermission',
				words(
					'Owner',
					'PublishingEditor',
					'Editor',
					'PublishingAuthor',
					'Author',
					'NonEditingAuthor',
					'Reviewer',
					'Contributor',
					'LimitedDetails',
					'AvailabilityOnly',
					'None',
				),
				{
					optional: true,
					default: 'AvailabilityOnly',
					help: "What everyone in the tenant may do with the room's calendar",
				},
			),
		],
		answer: inSteps(outcome(), 'the mailbox'),
		look: [
			inMailbox(
				{
					DisplayName: '{displayName}',
					HiddenFromAddressListsEnabled: '{hiddenFromAddressListsEnabled}',
				},
				'{roomId}',
			),
			exchange(
				'Get-CalendarProcessing',
				{ Identity: '{roomId}' },
				{
					AllowConflicts: '{AllowConflicts}',
					AllowRecurringMeetings: '{AllowRecurringMeetings}',
					ProcessExternalMeetingMessages: '{ProcessExternalMeetingMessages}',
					ForwardRequestsToDelegates: '{ForwardRequestsToDelegates}',
					ScheduleOnlyDuringWorkHours: '{ScheduleOnlyDuringWorkHours}',
					BookingWindowInDays: '{BookingWindowInDays}',
					MaximumDurationInMinutes: '{MaximumDurationInMinutes}',
					AutomateProcessing: '{AutomateProcessing}',
				},
			),
			asExchange(
				inRow(
					'get',
					{
						capacity: '{capacity}',
						building: '{Building}',
						floor: '{Floor}',
						city: '{City}',
						countryOrRegion: '{CountryOrRegion}',
						postalCode: '{PostalCode}',
						street: '{Street}',
					},
					{ roomId: '{roomId}' },
				),
			),
		],
	}),
});

const equipmentId = text('Equipment', 'equipmentId', {
	name: 'equipmentId',
	required: true,
	placeholder: 'e.g. projector@contoso.com',
	help: 'Address of the equipment mailbox, or its Guid in Get Many',
});

export const equipment = resource('Equipment', 'equipment', 'getMany', {
	getMany: read('ListEquipment', {
		name: 'Get Many',
		action: 'Get many equipment mailboxes',
		help: 'Lists what can be booked and is no room: cars, projectors, laptops',
		role: 'Exchange.Equipment.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'DisplayName',
			'UserPrincipalName',
			'PrimarySmtpAddress',
			'Alias',
			'HiddenFromAddressListsEnabled',
			'IsDirSynced',
			'WhenCreated',
			'ExternalDirectoryObjectId',
			'Guid',
		),
	}),

	get: read('ListEquipment', {
		name: 'Get',
		action: 'Get equipment mailbox',
		help: 'Reads one piece of equipment with its booking options. The columns have other names than those of Get Many.',
		role: 'Exchange.Equipment.Read',
		tenant: inQuery(),
		fields: [{ ...equipmentId, wire: 'EquipmentId' }],
		answer: row('There is no such equipment mailbox in this tenant'),
	}),

	create: change('AddEquipmentMailbox', {
		name: 'Create',
		action: 'Create equipment mailbox',
		help: 'Makes a mailbox through which a car, a projector or the like is booked, and blocks its sign-in',
		role: 'Exchange.Equipment.ReadWrite',
		tenant: inBody('tenantID'),
		fields: newMailbox('Projector'),
		answer: inSteps(outcome(), 'the mailbox'),
		look: inMailbox({ RecipientTypeDetails: 'EquipmentMailbox' }, '{userPrincipalName}'),
	}),

	update: change('EditEquipmentMailbox', {
		name: 'Update',
		action: 'Update equipment mailbox',
		help: 'Changes details and booking options in four steps. An error stops it, and the steps before it remain. Nothing can be emptied.',
		role: 'Exchange.Equipment.ReadWrite',
		tenant: inBody('tenantID'),
		omits: {
			userPrincipalName: 'only stands in the text of an error',
			Location: 'Exchange Online knows no such setting, so the call would fail',
			Tags: 'Exchange Online knows no such setting, so the call would fail',
		},
		fields: [
			equipmentId,
			displayName,
			...booking,
			detail('Department', 'Department', 'Facilities', 'Department that it belongs to'),
			detail('Company', 'Company', 'Contoso', 'Company that it belongs to'),
			detail('Street Address', 'StreetAddress', 'Main Street 1', 'Street and number'),
			detail('State or Province', 'StateOrProvince', 'Utrecht', 'State, province or region'),
		],
		answer: inSteps(outcome(), 'the mailbox'),
		look: [
			inMailbox(
				{
					DisplayName: '{displayName}',
					HiddenFromAddressListsEnabled: '{hiddenFromAddressListsEnabled}',
				},
				'{equipmentId}',
			),
			exchange(
				'Get-CalendarProcessing',
				{ Identity: '{equipmentId}' },
				{
					AllowConflicts: '{AllowConflicts}',
					AllowRecurringMeetings: '{AllowRecurringMeetings}',
					ProcessExternalMeetingMessages: '{ProcessExternalMeetingMessages}',
					ForwardRequestsToDelegates: '{ForwardRequestsToDelegates}',
					ScheduleOnlyDuringWorkHours: '{ScheduleOnlyDuringWorkHours}',
					BookingWindowInDays: '{BookingWindowInDays}',
					MaximumDurationInMinutes: '{MaximumDurationInMinutes}',
					AutomateProcessing: '{AutomateProcessing}',
				},
			),
		],
	}),
});

const roomList = text('Room List', 'groupId', {
	name: 'roomList',
	required: true,
	placeholder: 'e.g. headoffice@contoso.com',
	help: 'Address of the room list, or its Guid in Get Many',
});

const rooms = (label: string, wire: string, help: string): DeclaredField =>
	list(label, wire, {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. boardroom@contoso.com, studio@contoso.com',
		help: `${help}. Separate several with commas.`,
	});

export const roomListResource = resource('Room List', 'roomList', 'getMany', {
	getMany: read('ListRoomLists', {
		name: 'Get Many',
		action: 'Get many room lists',
		help: 'Lists the room lists of a tenant, by which Outlook groups rooms into buildings',
		role: 'Exchange.Room.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows('Guid', 'DisplayName', 'PrimarySmtpAddress', 'Alias', 'Identity', 'Notes'),
	}),

	get: read('ListRoomLists', {
		name: 'Get',
		action: 'Get room list',
		help: 'Reads one room list with its rooms and owners',
		role: 'Exchange.Room.Read',
		tenant: inQuery(),
		fixed: { query: { members: 'true', owners: 'true' } },
		fields: [{ ...roomList, wire: 'groupID' }],
		answer: row('There is no such room list in this tenant'),
	}),

	create: change('AddRoomList', {
		name: 'Create',
		action: 'Create room list',
		help: 'Makes an empty room list. Put rooms into it with Update; CIPP does not return its ID.',
		role: 'Exchange.Room.ReadWrite',
		tenant: inBody(),
		omits: { tenantid: 'another name of the tenant' },
		fields: [
			text('Display Name', 'displayName', {
				required: true,
				placeholder: 'e.g. Head Office',
				help: 'Name that Outlook shows when a room is looked for',
			}),
			text('Address Before the @', 'username', {
				name: 'localPart',
				required: true,
				placeholder: 'e.g. headoffice',
				help: 'First part of the address of the list',
			}),
			text('Domain', 'primDomain', {
				name: 'domain',
				form: 'labelValue',
				required: true,
				placeholder: 'e.g. contoso.com',
				help: 'Last part of the address, a domain of the tenant',
			}),
		],
		answer: outcome(),
		look: slowly(inList('getMany', { PrimarySmtpAddress: '{username}@{primDomain}' })),
	}),

	update: change('EditRoomList', {
		name: 'Update',
		action: 'Update room list',
		help: 'Changes name, rooms and owners of a room list. Choose at least one change under Options.',
		role: 'Exchange.Room.ReadWrite',
		worse: [
			{ effect: 'destroy', when: 'rooms are removed', sent: { RemoveMember: /\w/ } },
			{ effect: 'destroy', when: 'owners are removed', sent: { RemoveOwner: /\w/ } },
		],
		tenant: inBody(),
		fields: [
			roomList,
			text('Display Name', 'displayName', {
				optional: true,
				placeholder: 'e.g. Head Office',
				help: 'New name that Outlook shows',
			}),
			text('Description', 'description', {
				optional: true,
				placeholder: 'e.g. Rooms in the main building',
				help: 'New description. It cannot be emptied.',
			}),
			text('Name in Exchange', 'mailNickname', {
				optional: true,
				placeholder: 'e.g. headoffice',
				help: 'New name of the group inside Exchange. The address does not change with it.',
			}),
			rooms('Add Rooms', 'AddMember', 'Addresses of rooms to add'),
			rooms('Remove Rooms', 'RemoveMember', 'Addresses of rooms to take out'),
			list('Add Owners', 'AddOwner', {
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Who may manage the list too. One wrong name makes the whole list of owners fail.',
			}),
			list('Remove Owners', 'RemoveOwner', {
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. Jane Doe',
				help: 'Who may no longer manage it, written as Exchange stores it (ManagedBy of the list). Any other spelling does nothing, without a word.',
			}),
			onOff('Allow External Senders', 'allowExternal', {
				optional: true,
				help: 'Whether people outside the organization may write to the list',
			}),
		],
		needsOneOf: [
			'displayName',
			'description',
			'mailNickname',
			'AddMember',
			'RemoveMember',
			'AddOwner',
			'RemoveOwner',
			'allowExternal',
		],
		answer: inSteps(outcome(), 'the room list'),
	}),
});
