import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run bench                        how fast, how gentle, how small: about 20 minutes
// npm run bench -- --quick             a part of it, in about a minute
// npm run --silent bench -- --json     the same as JSON

main(async () => await runTypeScript('lab/bench/run.mts'));
