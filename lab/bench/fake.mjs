import { createServer } from 'node:http';
import '../../programs/end-with-parent.mjs';

// A target for load, in a process of its own: CIPP's answers at their simplest, after a set latency, under
// a set limit, with a count of what arrives. GET /counts tells and PUT /behaviour sets, both start anew.

/**
 * @typedef {object} Behaviour
 * @property {number} latency in milliseconds, of every answer but the token's
 * @property {{ requests: number, milliseconds: number } | null} limit a fixed window that begins with a request;
 * what is too much gets 429 and Retry-After in whole seconds
 */

/**
 * @typedef {object} Counts
 * @property {number} requests to the API
 * @property {number} mostInFlight
 * @property {number} tokens
 * @property {number} refusals with 429
 */

/** @type {Behaviour} */
let behaviour = { latency: 0, limit: null };
/** @type {Counts} */
let counts = noCounts();
let inFlight = 0;
let window = { began: -Infinity, counted: 0 };
/** @type {Map<number, string>} */
const lists = new Map();

const tenants = JSON.stringify(
	Array.from({ length: 50 }, (_, index) => ({
		customerId: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
		defaultDomainName: `tenant${index}.example`,
		initialDomainName: `tenant${index}.onmicrosoft.example`,
		displayName: `Tenant ${index}`,
	})),
);

/** @param {number} index */
function person(index) {
	return {
		id: `10000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
		userPrincipalName: `person.${index}@tenant0.example`,
		displayName: `Person ${index}`,
		accountEnabled: true,
		userType: 'Member',
		mail: `person.${index}@tenant0.example`,
		jobTitle: 'Consultant',
		department: 'Sales',
		LicJoined: 'Microsoft 365 Business Premium',
		onPremisesSyncEnabled: null,
		createdDateTime: '2024-03-01T08:00:00Z',
		lastPasswordChangeDateTime: '2026-03-01T08:00:00Z',
	};
}

/** @returns {Counts} */
function noCounts() {
	return { requests: 0, mostInFlight: 0, tokens: 0, refusals: 0 };
}

const server = createServer((request, response) => {
	const url = new URL(request.url ?? '/', 'http://localhost');
	/** @type {Buffer[]} */
	const chunks = [];
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => answer(url, Buffer.concat(chunks), response));
});

/**
 * @param {URL} url
 * @param {Buffer} body
 * @param {import('node:http').ServerResponse} response
 */
function answer({ pathname, searchParams }, body, response) {
	const json = { 'content-type': 'application/json' };
	if (pathname === '/behaviour') {
		behaviour = JSON.parse(body.toString());
		[counts, window] = [noCounts(), { began: -Infinity, counted: 0 }];
		response.writeHead(204).end();
	} else if (pathname === '/counts') {
		response.writeHead(200, json).end(JSON.stringify(counts));
	} else if (pathname === '/token') {
		counts.tokens += 1;
		const token = { access_token: 'for-the-bench', token_type: 'Bearer', expires_in: 3_600 };
		after(behaviour.latency, () => response.writeHead(200, json).end(JSON.stringify(token)));
	} else {
		counts.requests += 1;
		inFlight += 1;
		counts.mostInFlight = Math.max(counts.mostInFlight, inFlight);
		response.once('close', () => (inFlight -= 1));
		const seconds = secondsToWait();
		if (seconds > 0) counts.refusals += 1;
		after(behaviour.latency, () => {
			if (seconds > 0) response.writeHead(429, { 'Retry-After': String(seconds) }).end();
			else response.writeHead(200, json).end(data(pathname, searchParams));
		});
	}
}

/**
 * A timer alone fires up to a millisecond late, which would count as slowness of every node.
 *
 * @param {number} milliseconds
 * @param {() => void} act
 */
function after(milliseconds, act) {
	const due = performance.now() + milliseconds;
	const look = () => (performance.now() >= due ? act() : setImmediate(look));
	setTimeout(look, milliseconds - 1);
}

function secondsToWait() {
	const { limit } = behaviour;
	if (!limit) return 0;
	const now = performance.now();
	if (now >= window.began + limit.milliseconds) window = { began: now, counted: 0 };
	window.counted += 1;
	if (window.counted <= limit.requests) return 0;
	return Math.max(1, Math.ceil((window.began + limit.milliseconds - now) / 1_000));
}

/**
 * @param {string} path
 * @param {URLSearchParams} query
 */
function data(path, query) {
	if (path === '/api/ListTenants') return tenants;
	if (path !== '/api/ListUsers') return '{"Results":"Successfully disabled the account"}';
	if (query.has('UserID')) return JSON.stringify([person(0)]);
	const filter = query.get('graphFilter') ?? '';
	const names = filter.match(/(?<=')[^',]+(?=')/g);
	if (names) {
		return JSON.stringify(names.map((userPrincipalName) => ({ ...person(0), userPrincipalName })));
	}
	const size = Number(/\d+/.exec(filter)?.[0] ?? 1);
	const list =
		lists.get(size) ?? JSON.stringify(Array.from({ length: size }, (_, index) => person(index)));
	lists.set(size, list);
	return list;
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', 16_384, () => {
	const address = server.address();
	if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
