import { expect, it } from 'vitest';
import { lettersOf } from '../../offboarding/html-text';

it.each([
	['tags and line breaks', '<html>\r\n<body><p>Gone\r\nfishing</p></body></html>', 'Gone fishing'],
	['comments and styles', '<!-- a > b --><style>p { color: red }</style>Gone', 'Gone'],
	['entities by name', 'R&amp;D &uuml;ber &Uuml; &nbsp;&szlig; &yuml; &euro;', 'R&D über Ü ß ÿ €'],
	['entities by number', '&#252;&#xfc;&#39;', "üü'"],
	['letters in two parts', 'u\u0308', 'ü'],
])('%s make no other text', (_what, html, text) => {
	expect(lettersOf(html)).toBe(lettersOf(text));
});

it('what is no entity stays', () => {
	expect(lettersOf('a &nonsense; &#99999999; b')).toBe('a&nonsense;&#99999999;b');
});

it('a page without letters is empty', () => {
	expect(lettersOf('<html><body><p>&nbsp;<br></p></body></html>')).toBe('');
});
