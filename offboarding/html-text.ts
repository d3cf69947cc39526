/**
 * HTML as its letters alone, to compare what was sent with what Exchange gives back: it wraps a text in
 * a page, breaks lines anew and writes letters as entities.
 */
export function lettersOf(html: string): string {
	return decoded(html.replace(/<(style|head|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, ''))
		.replace(/\s+/g, '')
		.normalize();
}

function decoded(text: string): string {
	return text.replace(/&(#\d+|#x[0-9a-f]+|[a-z]+\d*);/gi, (entity, name: string) => {
		const code = codeOf(name);
		return code === undefined || code > 0x10ffff ? entity : String.fromCodePoint(code);
	});
}

function codeOf(name: string): number | undefined {
	if (/^#x/i.test(name)) return parseInt(name.slice(2), 16);
	if (name.startsWith('#')) return Number(name.slice(1));
	return entities.get(name);
}

/** Those of Latin-1 stand in the order of their codes. */
const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const entities = new Map<string, number>([
	...latin.split(' ').map((name, index): [string, number] => [name, 0xa0 + index]),
	['quot', 0x22],
	['amp', 0x26],
	['apos', 0x27],
	['lt', 0x3c],
	['gt', 0x3e],
	['ndash', 0x2013],
	['mdash', 0x2014],
	['lsquo', 0x2018],
	['rsquo', 0x2019],
	['ldquo', 0x201c],
	['rdquo', 0x201d],
	['bdquo', 0x201e],
	['hellip', 0x2026],
	['euro', 0x20ac],
]);
