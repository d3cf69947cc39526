import { main } from '../programs/endings.mjs';
import { runTypeScript } from '../programs/typescript.mjs';

// npm run contract -- FILE              what is new, gone or changed in a CIPP OpenAPI file
// npm run contract -- FILE --write      the same, and makes that file the one to compare with from now on
// npm run contract -- --code FOLDER     what the code of CIPP's backend says otherwise than our facts, and what
//                                       changed since a version that is kept (--write keeps the one in FOLDER)

main(async () => await runTypeScript('lab/contract/compare.mts'));
