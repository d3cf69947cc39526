import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run conformance -- --cipp http://127.0.0.1:7071 --microsoft http://127.0.0.1:7072
//                        how the sandbox answers otherwise than a running CIPP; docs/conformance.md says what has to run
// … --only 'ListUsers'   only requests whose endpoint or name fits
// … --allowed            also what is allowed to differ
// … --json               a line of JSON for each request

main(async () => await runTypeScript('lab/conformance/run.mts'));
