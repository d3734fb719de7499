// Writes apps/server/src/db/tables.ts from the migrated database: `node scripts/tables.ts`, after each migration.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openEmbedded } from '../apps/server/src/db/embedded/open.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { writeTables } from './table-types.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'backdesk-tables-'));
// As root, PostgreSQL's user has to get in; else the database would go to /var/lib and stay there.
chmodSync(dataFolder, 0o755);
const embedded = await openEmbedded({ dataFolder, purpose: 'scripts/tables.ts', settings: { fsync: 'off' } });
try {
  await migrate(embedded.url);
  const client = new Client({ connectionString: embedded.url });
  await client.connect();
  writeFileSync(new URL('../apps/server/src/db/tables.ts', import.meta.url), await writeTables(client));
  await client.end();
} finally {
  await embedded.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
