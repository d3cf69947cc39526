import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { referencePages } from './pages.mts';

const folder = new URL('../../docs/reference/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const pages = referencePages();
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
console.log(`${pages.size} pages in docs/reference/`);
