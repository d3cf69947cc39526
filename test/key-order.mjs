// The words of a declaration stand in one order, so that two operations can be compared line by line.
// npx eslint -c test/rooms.eslint.config.mjs operations --fix    puts them in it

/** What it is, what it needs, where it goes, what it sends, what comes back. */
export const ofOperations =
	`name action help since renamed deprecated never role roleSince effect worse actsEverywhere needs endpoint does method tenant fixed
	bodyIsList isOpen warns omits fields needsOneOf asks changes together
	answer look cannotLook secret mayHoldSecrets withheld`.split(/\s+/);

/** What it is called, how it is sent, whether it has to be filled in and with what, what people read. */
export const ofFields =
	`value label name wire kind form in required optional notEmpty anyJson anyCharacter matches isSecret default choices
	placeholder picker tenants since renamed deprecated help`.split(/\s+/);

/** An object is a declaration where it has one of these, and words of its kind only. */
const kinds = [
	{ words: ofOperations, marks: ['action', 'role', 'tenant', 'answer'] },
	{ words: ofFields, marks: ['help'] },
];

/** @type {import('eslint').Rule.RuleModule} */
const keyOrder = {
	meta: {
		type: 'layout',
		fixable: 'code',
		schema: [],
		messages: { order: '"{{later}}" comes before "{{earlier}}" in a declaration.' },
	},
	create(context) {
		return {
			ObjectExpression(node) {
				const words = orderFor(node);
				if (!words || isOnTheWire(node)) return;
				for (const run of runsOf(node)) check(context, run, words);
			},
		};
	},
};

/** @typedef {import('estree').Property & import('eslint').Rule.NodeParentExtension} Property */

/**
 * @param {import('estree').ObjectExpression} node
 * @returns {string[] | undefined}
 */
function orderFor(node) {
	const names = node.properties.flatMap((one) => (one.type === 'Property' ? [nameOf(one)] : []));
	const isWord = (/** @type {string[]} */ words) => names.every((name) => words.includes(name));
	return kinds.find(({ words, marks }) => isWord(words) && marks.some((one) => names.includes(one)))
		?.words;
}

/** @param {import('estree').Property} property */
function nameOf({ key, computed }) {
	if (computed) return '';
	return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
}

/**
 * What is fixed is CIPP's, whatever its names.
 *
 * @param {import('eslint').Rule.Node} node
 * @returns {boolean}
 */
function isOnTheWire(node) {
	const { parent } = node;
	if (parent.type === 'Property' && nameOf(parent) === 'fixed') return true;
	return parent.type === 'Property' || parent.type === 'ObjectExpression'
		? isOnTheWire(parent)
		: false;
}

/**
 * Properties side by side. What is spread in between stays where it is: what comes after wins over it.
 *
 * @param {import('estree').ObjectExpression} node
 * @returns {Property[][]}
 */
function runsOf(node) {
	/** @type {Property[][]} */
	const runs = [[]];
	for (const one of node.properties) {
		if (one.type === 'Property') runs[runs.length - 1].push(/** @type {Property} */ (one));
		else runs.push([]);
	}
	return runs;
}

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @param {Property[]} run
 * @param {string[]} words
 */
function check(context, run, words) {
	const place = (/** @type {Property} */ one) => words.indexOf(nameOf(one));
	const index = run.findIndex((one, at) => at > 0 && place(one) < place(run[at - 1]));
	if (index < 0) return;
	const sorted = [...run].sort((one, other) => place(one) - place(other));
	const { sourceCode } = context;
	const texts = sorted.map((one) =>
		sourceCode.text.slice(startOf(sourceCode, one), one.range?.[1]),
	);
	context.report({
		node: run[index],
		messageId: 'order',
		data: { later: nameOf(run[index]), earlier: nameOf(run[index - 1]) },
		fix: (fixer) =>
			run.map((one, at) => {
				const end = /** @type {[number, number]} */ (one.range)[1];
				return fixer.replaceTextRange([startOf(sourceCode, one), end], texts[at]);
			}),
	});
}

/**
 * Comments above a property go with it.
 *
 * @param {import('eslint').SourceCode} sourceCode
 * @param {Property} property
 */
function startOf(sourceCode, property) {
	const [comment] = sourceCode.getCommentsBefore(property);
	const first = comment ?? property;
	return /** @type {[number, number]} */ (first.range)[0];
}

export default { rules: { 'key-order': keyOrder } };
