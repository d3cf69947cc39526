import { Trouble } from '../../programs/endings.mjs';

/** An A4 page at 96 dots an inch. */
const a4 = { width: 794, height: 1123 };

/**
 * Prints an evidence page as Chromium does and takes its picture. What is printed has to be one A4 page that reads
 * the same without colour.
 *
 * @param {any} browser
 * @param {string} html
 * @param {string} file where the picture goes
 */
export async function evidenceOnPaper(browser, html, file) {
	const page = await browser.newPage({ viewport: a4, deviceScaleFactor: 1.5 });
	await page.setContent(html);
	await page.emulateMedia({ media: 'print' });
	const pages = pagesIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
	const weak = await page.evaluate(whatNeedsColour);
	const wrong = [...(pages === 1 ? [] : [`It is printed on ${pages} pages of A4.`]), ...weak];
	if (wrong.length > 0) {
		throw new Trouble('The evidence page is not what one can print and file.', { advice: wrong.join('\n') });
	}
	// A picture has no paper around it, so it gets the margins that the print has.
	await page.addStyleTag({ content: 'body { padding: 10mm 12mm; }' });
	await page.screenshot({ path: file });
	await page.close();
}

/**
 * Chromium writes the tree of pages as plain text.
 *
 * @param {Uint8Array} pdf
 */
function pagesIn(pdf) {
	const counts = [...Buffer.from(pdf).toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map(([, count]) => Number(count));
	if (counts.length === 0) throw new Error('This PDF does not tell how many pages it has.');
	return Math.max(...counts);
}

/** Runs in the page: colours that are no grey, and text that stands out too little from white paper. */
function whatNeedsColour() {
	/** @param {string} colour */
	const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
	/** @param {number} value */
	const linear = (value) => (value <= 0.03928 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
	const { document, getComputedStyle } = /** @type {any} */ (globalThis);
	/** @type {Set<string>} */
	const wrong = new Set();
	for (const element of document.body.querySelectorAll('*')) {
		const style = getComputedStyle(element);
		const name = element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '');
		for (const property of ['color', 'backgroundColor', 'borderTopColor', 'borderBottomColor']) {
			const [red, green, blue, alpha = 1] = parts(style[property]);
			if (alpha === 0) continue;
			if (red !== green || green !== blue) wrong.add(`${name}: ${property} is a colour.`);
			const contrast = 1.05 / (linear(red) + 0.05);
			if (property === 'color' && contrast < 7) wrong.add(`${name}: its text stands out too little, ${contrast.toFixed(1)} to 1.`);
			if (property === 'backgroundColor' && red < 255) wrong.add(`${name}: its background is grey, which printers leave out.`);
		}
	}
	return [...wrong];
}
