/**
 * The words in which operations are declared. A declaration is data: from it come the properties in
 * the editor, the request, the reading of the answer, the reference and the contract test.
 */

export {
	type Answer,
	type Existing,
	type Kept,
	type OutcomeAnswer,
	type OwnWork,
	type SecondLook,
	type Sentences,
	type Unread,
	butUnread,
	file,
	inCompliance,
	inExchange,
	inGraph,
	inSteps,
	keepsTemplateId,
	lookingAgain,
	nothing,
	outcome,
	row,
	rows,
	rowsUnder,
	wholeRow,
} from './answer';
export { type Choice, titled, words } from './choice';
export { defaultOf, usual } from './defaults';
export { type Effect } from './effect';
export { type DeclaredField, type Field, type Form, type Picker, namesAnIdentifier } from './field';
export {
	type Rest,
	choice,
	choices,
	color,
	dateTime,
	decide,
	json,
	jsonText,
	list,
	multiline,
	number,
	oneFlag,
	onOff,
	pick,
	tenants,
	text,
	toggle,
} from './field-words';
export {
	type Lag,
	type Literal,
	type Look,
	type LookAt,
	type Sent,
	type Wanted,
	anchored,
	asExchange,
	asGraph,
	asSent,
	begun,
	beware,
	compliance,
	elsewhere,
	exchange,
	exchangeRow,
	filled,
	gone,
	graphObject,
	graphPart,
	graphRow,
	has,
	ifSent,
	inList,
	inRow,
	lacks,
	like,
	inMailbox,
	moved,
	oneMore,
	only,
	planned,
	readBefore,
	sent,
	slowly,
	unless,
	account,
} from './look';
export {
	type Declaration,
	type Need,
	type Operation,
	type Together,
	change,
	destroy,
	read,
} from './operation';
export { type OwnDeclaration, need, needOnlyTo, own } from './own';
export { type Renamed, oldNamesOf } from './renamed';
export { type Resource, opensAt, operationNamed, resource, resourceNamed } from './resource';
export { type NamedTenants, type TenantPlace, inBody, inQuery, takesSeveral } from './tenant';
export {
	theDevice,
	theGroup,
	theLicense,
	theMailbox,
	thePolicy,
	theRole,
	theTask,
	theUser,
} from './things';
