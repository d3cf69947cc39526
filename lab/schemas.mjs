import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// The last step of "npm run build": the output of every operation, where n8n's editor looks for it

main(async () => await runTypeScript('lab/schema/write.mts'));
