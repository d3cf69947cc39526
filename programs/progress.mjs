/**
 * Shows that something is under way: a spinner with the time on a terminal, plain lines elsewhere.
 *
 * @template T
 * @param {string} title "Building the package"
 * @param {(tell: (detail: string) => void) => Promise<T>} work `tell` replaces the detail behind the title.
 * @returns {Promise<T>}
 */
export async function progress(title, work) {
	const show = process.stdout.isTTY ? spinner(title) : plainLines(title);
	try {
		const result = await work((detail) => show.tell(detail));
		show.end('ok');
		return result;
	} catch (error) {
		show.end('failed');
		throw error;
	}
}

/** @param {string} title */
function spinner(title) {
	const started = Date.now();
	let detail = '';
	let turn = 0;
	const clear = '\r\x1b[2K';
	const timer = setInterval(() => {
		const text = `${'|/-\\'[turn++ % 4]} ${title}${detail && `: ${detail}`}, ${since(started)}`;
		process.stdout.write(clear + text.slice(0, (process.stdout.columns || 80) - 1));
	}, 120);
	return {
		/** @param {string} text */
		tell: (text) => void (detail = text),
		/** @param {string} result */
		end(result) {
			clearInterval(timer);
			process.stdout.write(`${clear}${title}: ${result}, ${since(started)}\n`);
		},
	};
}

/** @param {string} title */
function plainLines(title) {
	const started = Date.now();
	let detail = '';
	console.log(`${title} ...`);
	const timer = setInterval(() => console.log(`  ${detail || 'still at it'}, ${since(started)}`), 20_000);
	return {
		/** @param {string} text */
		tell: (text) => void (detail = text),
		/** @param {string} result */
		end(result) {
			clearInterval(timer);
			if (result !== 'ok' || Date.now() - started > 2000) console.log(`  ${result}, ${since(started)}`);
		},
	};
}

/** @param {number} started */
function since(started) {
	const seconds = Math.round((Date.now() - started) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
