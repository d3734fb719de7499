import type { startImportQuery } from '@backdesk/contract/import/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { readCsv, UnreadableFile } from '../csv/read-csv.ts';
import { failAbandoned, insertImport, keepFile } from '../store/imports.ts';
import { headingOf } from './run-import.ts';

/** Keeps the file and asks for the job that takes it in. A file whose heading cannot be used is refused at once. */
export async function startImport(context: CommandContext, query: z.output<typeof startImportQuery>, content: string): Promise<string> {
  await checkHeading(content);
  await failAbandoned(context.tx, context.scope, context.now);
  const id = context.newId();
  await insertImport(context, { id, layout: query.layout, fileName: query.fileName ?? '', overwrite: query.overwrite });
  await keepFile(context, id, content);
  await context.enqueue('import.run', { accountId: context.scope.accountId, importId: id });
  return id;
}

async function checkHeading(content: string): Promise<void> {
  try {
    const records = readCsv([content.slice(0, 200_000)]);
    const first = await records.next();
    headingOf(first.done === true ? undefined : first.value);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new Problem('import.unreadable', { detail: { row: error.row, reason: error.message } });
  }
}
