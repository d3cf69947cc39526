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
		['http://localhost:7071', 'http://localhost:7071/api'],
		['http://[::1]:7071', 'http://[::1]:7071/api'],
		['cipp.example.com', 'https://cipp.example.com/api'],
		['cipp.example.com:8443/api', 'https://cipp.example.com:8443/api'],
	])('of %j is %s', (typed, address) => {
		expect(apiAddress(typed)).toBe(address);
	});

	it.each([
		['', 'is not a web address'],
		['http://cipp.example.com', 'without encryption'],
		['http://10.0.0.5:7071', 'without encryption'],
		['http://127.0.0.1.evil.example', 'without encryption'],
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

	it('may begin with http:// where someone chose so', () => {
		expect(apiAddress('http://10.0.0.5:7071', true)).toBe('http://10.0.0.5:7071/api');
	});
});
