import { InvalidOrder } from '../invalid-order';
import { isAddress, isObjectId } from '../steps/vocabulary/kinds';
import { askedSteps, type OffboardingOptions } from './order';
import { peopleNamedIn, type NamedPerson } from './people';

/**
 * Checks an order by CIPP's own rules and by what CIPP accepts and then silently does not do.
 *
 * @param users what was typed for the people to offboard
 * @throws {InvalidOrder} for the first thing that is wrong
 */
export function checkOrder(users: string[], options: OffboardingOptions, now: Date): void {
	checkUsers(users);
	checkForwarding(options);
	if (askedSteps(options).length === 0) {
		throw new InvalidOrder(
			'DisableSignIn',
			'No offboarding step is selected',
			'Switch on at least one step, for example Block Sign-In.',
		);
	}
	const people = peopleNamedIn(options);
	checkNotThemselves(users, people);
	checkOneTarget(options);
	checkOneWay(options);
	checkNames(people);
	checkSchedule(options, now);
}

function checkUsers(users: string[]): void {
	if (users.length === 0) {
		throw new InvalidOrder(
			'user',
			'No user to offboard is given',
			'Choose a user, or give the user principal name.',
		);
	}
	const seen = new Set<string>();
	for (const user of users) {
		if (!isAddress(user) && !isObjectId(user)) {
			throw new InvalidOrder(
				'user',
				`"${user}" is not a user principal name: it has no @`,
				'Give the full name as used to sign in, e.g. jane@contoso.com, or the object ID.',
			);
		}
		if (seen.has(user.toLowerCase())) {
			throw new InvalidOrder('user', `"${user}" is listed twice`, 'Give each user once.');
		}
		seen.add(user.toLowerCase());
	}
}

function checkForwarding(options: OffboardingOptions): void {
	if (options.forward && options.disableForwarding) {
		throw new InvalidOrder(
			'disableForwarding',
			'Forward Mail To and Disable Forwarding are both set, and CIPP would end without any forwarding',
			'Keep only one of them.',
		);
	}
	if (options.KeepCopy && !options.forward) {
		throw new InvalidOrder(
			'KeepCopy',
			'Keep a Copy does nothing without an address to forward to',
			'Fill in Forward Mail To, or switch Keep a Copy off.',
		);
	}
}

function checkOneTarget({ forward }: OffboardingOptions): void {
	if (!forward || !/@.*[,;\s].*@/s.test(forward.value)) return;
	throw new InvalidOrder(
		'forward',
		`"${forward.value}" is more than one address, and CIPP forwards mail to one address`,
		'Name a group that holds all of them, or give the others access to the mailbox.',
	);
}

/** CIPP would grant access twice, and the second time counts. */
function checkOneWay({ AccessAutomap = [], AccessNoAutomap = [] }: OffboardingOptions): void {
	const others = AccessNoAutomap.map(({ value }) => value.toLowerCase());
	const both = AccessAutomap.find(({ value }) => others.includes(value.toLowerCase()));
	if (!both) return;
	throw new InvalidOrder(
		'AccessNoAutomap',
		`"${both.value}" is to get access with and without automapping`,
		'Name everyone in one of the two fields.',
	);
}

function checkNames(people: NamedPerson[]): void {
	const wrong = people.find(({ step, value }) => !step.field.fits(value));
	if (!wrong) return;
	throw new InvalidOrder(
		wrong.step.name,
		`"${wrong.value}" is not a user principal name`,
		'Give the full name with @, e.g. manager@contoso.com. Separate several with commas.',
	);
}

/** CIPP would forward the mail of a leaver to the leaver. */
function checkNotThemselves(users: string[], people: NamedPerson[]): void {
	const leavers = users.map((user) => user.toLowerCase());
	const own = people.find(({ value }) => leavers.includes(value.toLowerCase()));
	if (!own) return;
	throw new InvalidOrder(
		own.step.name,
		`"${own.value}" is the person who is to be offboarded`,
		'Name someone who stays.',
	);
}

function checkSchedule(options: OffboardingOptions, now: Date): void {
	if (!options.Scheduled?.enabled) return;
	const { date } = options.Scheduled;
	if (!Number.isInteger(date) || date <= 0) {
		throw new InvalidOrder(
			'Scheduled',
			'The time to run at is not a date',
			'Give a date and time, or leave it empty to start now.',
		);
	}
	if (date > 100_000_000_000) {
		throw new InvalidOrder(
			'Scheduled',
			`The time to run at (${date}) is in milliseconds, which CIPP would read as the year ${yearOf(date)}`,
			'Give unix seconds (10 digits), or a date and time.',
		);
	}
	if (date * 1_000 < now.getTime()) {
		throw new InvalidOrder(
			'Scheduled',
			`The time to run at (${new Date(date * 1_000).toISOString()}) is in the past, and CIPP would start at once`,
			'Give a time in the future, or leave it empty to start now.',
		);
	}
}

function yearOf(seconds: number): number {
	return 1970 + Math.floor(seconds / 31_556_952);
}
