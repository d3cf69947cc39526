import { listOperations, tableOf } from './list.mts';

const operations = listOperations();
const isJson = process.argv.includes('--json');
process.stdout.write(isJson ? `${JSON.stringify(operations, null, '\t')}\n` : tableOf(operations));
