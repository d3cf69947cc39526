/**
 * Reads the form in which n8n keeps execution data: a JSON array in which every string stands for the entry
 * at that index, so that shared and circular objects survive.
 *
 * @param {string} text
 * @returns {any}
 */
export function parseFlatted(text) {
	/** @type {unknown[]} */
	const entries = JSON.parse(text);
	/** @type {Map<unknown, unknown>} */
	const revived = new Map();

	/** @param {unknown} entry a string in the list itself is text; inside objects and lists it is an index */
	function revive(entry) {
		if (typeof entry !== 'object' || entry === null) return entry;
		if (revived.has(entry)) return revived.get(entry);
		const copy = Array.isArray(entry) ? [] : {};
		revived.set(entry, copy);
		for (const [name, value] of Object.entries(entry)) {
			const real = typeof value === 'string' ? revive(entries[Number(value)]) : value;
			Object.defineProperty(copy, name, { value: real, writable: true, enumerable: true, configurable: true });
		}
		return copy;
	}

	return revive(entries[0]);
}
