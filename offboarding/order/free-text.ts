/**
 * A text in a form that CIPP keeps as it is. Reading JSON, it makes a date of every text that is an ISO
 * date with a time, or a date in Microsoft's old form.
 *
 * @param lead what is put before such a text
 */
export const asText = (text: string, lead: string): string =>
	looksLikeDate.test(text) ? `${lead}${text}` : text;

const looksLikeDate = /^\s*(?:\d{4}-\d\d-\d\dT\d\d:\d\d|\/Date\()/i;

/** A name that only CIPP's pages show. */
export const asLabel = (text: string): string => asText(text, 'label ');

/**
 * HTML of which people read every letter as it was typed. CIPP puts values in the place of %variables% in
 * whatever it sends to Exchange, and does not know a percent sign that is written as an entity.
 */
export const asHtml = (html: string): string =>
	asText(html, '<span></span>').replace(variable, (found) => found.replaceAll('%', '&#37;'));

const variable = /%[\w() .-]+%/g;
