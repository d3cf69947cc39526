import { describe, expect, it } from 'vitest';
import { isHtml, parseBody } from '../../cipp/body';

describe('a body', () => {
	it.each([
		['plain text', 'Endpoint not found', 'Endpoint not found'],
		['JSON that comes as text', '{"Results":"Done"}', { Results: 'Done' }],
		['a list that comes as text', '[{"id":1}]', [{ id: 1 }]],
		['JSON with white space and a byte order mark', '\uFEFF {"a":1}\n', { a: 1 }],
		[
			'text in JSON quotes',
			'"Access to this tenant is not allowed"',
			'Access to this tenant is not allowed',
		],
		[
			'JSON in a JSON string',
			JSON.stringify('{"AutoReplyState":"Enabled"}'),
			{ AutoReplyState: 'Enabled' },
		],
		['a list in a JSON string', JSON.stringify('[{"id":1}]'), [{ id: 1 }]],
		[
			'text in a JSON string that only looks like JSON',
			JSON.stringify('[x] not found'),
			'[x] not found',
		],
		['text that only begins like JSON', '{broken', '{broken'],
		['an object that is parsed already', { a: 1 }, { a: 1 }],
		['null', null, null],
		['null that comes as text', 'null', null],
		['nothing', undefined, null],
		['an empty text', '', ''],
		['blanks', ' \n', ''],
	])('of %s is read', (_name, raw, parsed) => {
		expect(parseBody(raw)).toEqual(parsed);
	});
});

describe('a page', () => {
	it.each([
		'<!DOCTYPE html>',
		'\n  <!doctype HTML><html>',
		'<html lang="en">',
		'<head>',
		'<body class="x">',
		'<!-- made by a gateway --><html>',
		'<?xml version="1.0"?>',
		'<title>Sign in</title>',
		'<script>location = "/login"</script>',
		'<p>I no longer work here</p>',
	])('is recognised: %j', (text) => {
		expect(isHtml(text)).toBe(true);
	});

	it.each(['', 'Endpoint not found', 'a < b', { html: '<html>' }, null])(
		'is not seen in %j',
		(body) => {
			expect(isHtml(body)).toBe(false);
		},
	);
});
