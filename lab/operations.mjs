import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run operations                       every operation, a line each
// npm run --silent operations -- --json    the same as JSON, for other programs

main(async () => await runTypeScript('lab/operations/print.mts'));
