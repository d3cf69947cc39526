import { expect, it } from 'vitest';
import { parseFlatted } from '../../../lab/n8n/flatted.mjs';

it('revives objects, lists, text, numbers and nothing', () => {
	const text = '[{"name":"1","tags":"2","count":3,"none":null},"Alex",["1","3"],"7"]';
	expect(parseFlatted(text)).toEqual({ name: 'Alex', tags: ['Alex', '7'], count: 3, none: null });
});

it('revives an object that contains itself', () => {
	const self = parseFlatted('[{"child":"1"},{"parent":"0"}]');
	expect(self.child.parent).toBe(self);
});

it('revives text that stands alone', () => {
	expect(parseFlatted('["0"]')).toBe('0');
});

it('takes "__proto__" for an ordinary name', () => {
	const revived = parseFlatted('[{"__proto__":"1"},{"polluted":true}]');
	expect(Object.keys(revived)).toEqual(['__proto__']);
	expect(revived.polluted).toBeUndefined();
});
