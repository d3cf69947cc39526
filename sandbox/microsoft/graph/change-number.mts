import { MicrosoftError } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { graphUser } from '../state/lookup.mts';
import type { PhoneNumber, Tenant } from '../state/tenant.mts';

/** How long Microsoft takes for an assignment it has accepted. */
const assignmentDelay = 10_000;

interface Assignment {
	telephoneNumber?: string | null;
	numberType?: string | null;
	assignmentTargetId?: string | null;
}

export function assignNumber({ tenant, later }: Moment, _: string[], body: unknown): void {
	const { assignmentTargetId, ...number } = body as Assignment;
	const found = numberOf(tenant, number);
	if (Array.isArray(assignmentTargetId))
		throw new MicrosoftError("The value of 'assignmentTargetId' is a list where one id belongs.");
	const user = graphUser(tenant, assignmentTargetId ?? '');
	if (found.targetId && found.targetId !== user.id)
		throw new MicrosoftError(
			`Telephone number ${found.telephoneNumber} is already assigned to another user.`,
		);
	later(assignmentDelay, () => {
		found.targetId = user.id;
	});
}

/** Knows the number alone. */
export function unassignNumber({ tenant, later }: Moment, _: string[], body: unknown): void {
	const found = numberOf(tenant, body as Assignment);
	later(assignmentDelay, () => {
		found.targetId = null;
	});
}

/** The emergency location, which is not kept. */
export function locateNumber({ tenant }: Moment, _: string[], body: unknown): void {
	numberOf(tenant, body as Assignment);
}

function numberOf(tenant: Tenant, number: Assignment): PhoneNumber {
	const telephoneNumber = number.telephoneNumber ?? '';
	const numberType = number.numberType ?? undefined;
	const found = tenant.phoneNumbers.find((each) => each.telephoneNumber === telephoneNumber);
	if (!found)
		throw new MicrosoftError(
			`Telephone number ${telephoneNumber} was not found in the tenant.`,
			404,
			'NotFound',
		);
	if (numberType !== undefined && found.numberType.toLowerCase() !== numberType.toLowerCase())
		throw new MicrosoftError(
			`The number type '${numberType}' does not fit telephone number ${telephoneNumber}.`,
		);
	return found;
}
