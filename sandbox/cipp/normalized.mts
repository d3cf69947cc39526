/** Microsoft's words as CIPP rewords some of them before it passes them on. */
export function normalized(message: string): string {
	return rewordings.find(([theirs]) => theirs.test(message))?.[1] ?? message;
}

const rewordings: Array<[RegExp, string]> = [
	[
		/One or more added object references already exist|MemberAlreadyExistsException/,
		'This user is already a member of this group.',
	],
	[
		/is not present in the role definition of the current user/,
		'We do not have permissions to access this resource, try performing a CPV refresh.',
	],
];
