import { writeFileSync } from 'node:fs';
import { listedNodes } from '../../test/package/nodes.mts';
import { asText, defaultsOf } from './list.mts';

const nodes = await listedNodes();
const defaults = defaultsOf(nodes.map(({ description }) => description));
writeFileSync(new URL('../../test/package/defaults.txt', import.meta.url), asText(defaults));
console.log(`${defaults.size} defaults in test/package/defaults.txt`);
