// Loads one node as n8n does and prints what that takes. n8n itself is loaded before.
const [file, className] = process.argv.slice(2);
require('n8n-workflow');
require('n8n-core');
global.gc();
const before = process.memoryUsage().heapUsed;
const began = performance.now();
const loaded = new (require(file)[className])();
const milliseconds = performance.now() - began;
global.gc();
const heapKilobytes = (process.memoryUsage().heapUsed - before) / 1024;
const versions = loaded.nodeVersions ? Object.values(loaded.nodeVersions) : [loaded];
const bytes = versions.map(({ description }) => Buffer.byteLength(JSON.stringify(description)));
const { properties } = versions[versions.length - 1].description;
const operations = properties
	.filter(({ name }) => name === 'operation')
	.reduce((sum, { options = [] }) => sum + options.length, 0);
console.log(
	JSON.stringify({
		milliseconds,
		heapKilobytes,
		operations,
		properties: properties.length,
		kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1024,
		latestKilobytes: bytes[bytes.length - 1] / 1024,
	}),
);
