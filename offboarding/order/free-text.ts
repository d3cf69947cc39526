/**
 * A text in a form that CIPP keeps as it is. Reading JSON, it makes a date of every text that is an ISO
 * date with a time, or a date in Microsoft's old form.
 *
 * @param lead what is put before such a text
 */
export const asText = (text: string, lead: string): string =>
	looksLikeDate(text) ? `${lead}${text}` : text;

const looksLikeDate = (text: string): boolean =>
	/^\s*(?:\d{4}-\d\d-\d\dT\d\d:\d\d|\\?\/Date\()/i.test(text);

/**
 * HTML of which the person who reads it sees every letter as it was typed. CIPP puts values in the place of
 * its %variables% in whatever it sends to Exchange.
 */
export const asHtml = (html: string): string =>
	asText(html, '<span></span>').replace(/%(?=[\w() -]+%)|(?<=%[\w() -]+)%/g, '&#37;');
