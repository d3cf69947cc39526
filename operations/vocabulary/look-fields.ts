import { usual } from './defaults';
import type { DeclaredField } from './field';
import { onOff, toggle } from './field-words';
import type { Look } from './look';

/** What everybody may choose of a change whose effect can be seen. */
export function lookFields({ look }: { look?: Look | Look[] }): DeclaredField[] {
	return look ? [lookAfterwards, whatWouldChange] : [];
}

const lookAfterwards = onOff('Look Afterwards', 'lookAfterwards', {
	default: usual.lookAfterwards,
	help: 'Whether to read afterwards if it is really done. Costs one list a tenant or one read an item, and up to a minute where it is not done. Adds verified: true, false (which is an error) or null where nobody can tell.',
});

const whatWouldChange = toggle('What Would Change', 'whatWouldChange', {
	optional: true,
	help: 'Whether to only read and tell what would change: already so, from what to what, or not found. Sends nothing that changes anything.',
});
