import { parseArgs } from 'node:util';
import { inTransaction } from '../../db/transaction.ts';
import { createApiKey } from '../../modules/staff/commands/create-api-key.ts';
import { UsageError } from '../usage-error.ts';
import { actingFor, withServices } from '../with-services.ts';

export const usage = 'api-key create --name NAME [--role owner|sales|approver|viewer]… [--account CODE]';

/** Prints a new API key: the key alone on stdout, so that a script can take it. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { name: { type: 'string' }, role: { type: 'string', multiple: true }, account: { type: 'string' } },
  });
  const name = values.name?.trim() ?? '';
  if (name === '') throw new UsageError(`Give the key a name: backdesk ${usage}`);
  const { key } = await withServices('backdesk api-key create', async (services) =>
    inTransaction(services, await actingFor(services, values.account), (context) => createApiKey(context, { name, roles: values.role ?? ['owner'] })),
  );
  console.log(key);
}
