import { main } from './endings.mjs';
import { runTypeScript } from './typescript.mjs';

// npm run reference    writes docs/reference/ anew from the declarations

main(async () => await runTypeScript('lab/reference/write.mts'));
