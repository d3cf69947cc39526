const gap = '  ';

/**
 * A plain-text table whose cells wrap at words.
 *
 * @param {string[]} titles
 * @param {string[][]} rows
 * @param {number} [width] of the whole table, in characters
 * @returns {string}
 */
export function table(titles, rows, width = 100) {
	const widths = columnWidths([titles, ...rows], width - gap.length * (titles.length - 1));
	const rule = widths.map((columnWidth) => '-'.repeat(columnWidth)).join(gap);
	return [lines(titles, widths), rule, ...rows.map((row) => lines(row, widths)).join('\n\n').split('\n')].join('\n');
}

/**
 * Columns as wide as their text, while they fit. Else each gets room for its longest word, and those with the
 * longest text most of the rest, as in a table on a web page.
 *
 * @param {string[][]} rows
 * @param {number} available
 */
function columnWidths(rows, available) {
	const columns = rows[0].map((_, column) => rows.map((row) => row[column]));
	const widest = columns.map((cells) => longest(cells.flatMap((cell) => cell.split('\n'))));
	if (sum(widest) <= available) return widest;

	const fair = Math.floor(available / columns.length);
	const longestWord = Math.max(fair, Math.floor(available / 3));
	const narrowest = columns.map((cells) => Math.min(longestWord, longest(cells.flatMap((cell) => cell.split(/\s/)))));
	if (sum(narrowest) > available) return narrowest.map((width) => Math.min(width, fair));
	const share = (available - sum(narrowest)) / (sum(widest) - sum(narrowest));
	return widest.map((width, column) => narrowest[column] + Math.floor((width - narrowest[column]) * share));
}

/** @param {string[]} texts */
const longest = (texts) => Math.max(...texts.map((text) => text.length));

/**
 * @param {string[]} row
 * @param {number[]} widths
 */
function lines(row, widths) {
	const cells = row.map((text, column) => wrap(text, widths[column]));
	const height = Math.max(...cells.map((cell) => cell.length));
	return Array.from({ length: height }, (_, line) =>
		cells.map((cell, column) => (cell[line] ?? '').padEnd(widths[column])).join(gap).trimEnd(),
	).join('\n');
}

/**
 * Breaks text at spaces into lines, and inside a word only when the word alone is too long.
 *
 * @param {string} text
 * @param {number} width
 * @returns {string[]}
 */
export function wrap(text, width) {
	return text.split('\n').flatMap((paragraph) => {
		const wrapped = [''];
		for (let word of paragraph.split(' ')) {
			const line = wrapped[wrapped.length - 1];
			if (line !== '' && line.length + 1 + word.length <= width) {
				wrapped[wrapped.length - 1] = `${line} ${word}`;
				continue;
			}
			if (line !== '') wrapped.push('');
			for (; word.length > width; word = word.slice(width)) wrapped.splice(-1, 1, word.slice(0, width), '');
			wrapped[wrapped.length - 1] = word;
		}
		return wrapped;
	});
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
