import { describe, expect, it } from 'vitest';
import { apiAddress, InvalidAddress } from '../../cipp/address';

describe('the address of the API', () => {
	it.each([
		['https://cippabc.azurewebsites.net', 'https://cippabc.azurewebsites.net/api'],
		['https://cippabc.azurewebsites.net/', 'https://cippabc.azurewebsites.net/api'],
		['https://cippabc.azurewebsites.net/api', 'https://cippabc.azurewebsites.net/api'],
		['https://cippabc.azurewebsites.net/api/', 'https://cippabc.azurewebsites.net/api'],
		['https://cippabc.azurewebsites.net/api//', 'https://cippabc.azurewebsites.net/api'],
		['https://CIPP.Example.COM/API', 'https://cipp.example.com/api'],
		['  https://cipp.example.com/api\n', 'https://cipp.example.com/api'],
		['https://gateway.example.com/cipp', 'https://gateway.example.com/cipp/api'],
		['https://gateway.example.com/cipp/api/', 'https://gateway.example.com/cipp/api'],
		['https://gateway.example.com/apis', 'https://gateway.example.com/apis/api'],
		['https://cipp.example.com/api?code=1#top', 'https://cipp.example.com/api'],
		['http://127.0.0.1:7071', 'http://127.0.0.1:7071/api'],
	])('of %j is %s', (typed, address) => {
		expect(apiAddress(typed)).toBe(address);
	});

	it.each([
		['', 'is not a web address'],
		['cipp.example.com', 'is not a web address'],
		['not an address', 'is not a web address'],
		['ftp://cipp.example.com', 'has to start with https://'],
		['file:///etc/passwd', 'has to start with https://'],
		['https://user:secret@cipp.example.com', 'must not contain a user name or password'],
	])('is not to be had from %j: it %s', (typed, reason) => {
		expect(() => apiAddress(typed)).toThrow(InvalidAddress);
		expect(() => apiAddress(typed)).toThrow(reason);
	});

	it('does not repeat a password that was typed into it', () => {
		expect(() => apiAddress('https://user:secret@cipp.example.com')).not.toThrow('secret');
	});
});
