// Writes openapi.json from the route table, or with --check says whether the committed one is still the generated one.
// It is committed so that a change of the public API shows in the review of the change that made it.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openapiDocument } from '../packages/contract/src/openapi.ts';
import { routes } from '../packages/contract/src/routes.ts';

const file = resolve(import.meta.dirname, '../openapi.json');
const generated = `${JSON.stringify(openapiDocument(routes), null, 2)}\n`;

if (process.argv.includes('--check')) {
  const same = committed() === generated;
  console.log(same ? 'openapi.json is the generated one.' : 'openapi.json differs from the route table. Run: npm run openapi, and commit it with your change.');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(file, generated);
  console.log(`Wrote ${Object.keys(routes).length} routes to openapi.json.`);
}

function committed(): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
