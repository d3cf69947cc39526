import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run defaults    writes test/package/defaults.txt anew from the nodes: once released, only for what is new

main(async () => await runTypeScript('lab/defaults/write.mts'));
