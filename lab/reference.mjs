import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run reference    writes docs/reference/ anew from the declarations

main(async () => await runTypeScript('lab/reference/write.mts'));
