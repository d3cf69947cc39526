import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run contract -- FILE              what is new, gone or changed in a CIPP OpenAPI file
// npm run contract -- FILE --write      the same, and makes that file the one to compare with from now on

main(async () => await runTypeScript('lab/contract/compare.mts'));
