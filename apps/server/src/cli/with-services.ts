import { systemClock } from '../adapters/clock/port.ts';
import { openFiles } from '../adapters/files/open-files.ts';
import { newUuid } from '../adapters/ids/new-id.ts';
import { keepingMailer } from '../adapters/mail/keeping-mailer.ts';
import { pictureFetcher } from '../adapters/pictures/fetch-picture.ts';
import { joinJobs } from '../app.ts';
import { readConfig } from '../config.ts';
import { openJobs } from '../db/jobs.ts';
import { createAnnouncer } from '../db/live-channel.ts';
import { migrate } from '../db/migrate.ts';
import { joinDatabaseServer } from '../db/open-server.ts';
import { openDatabase, openPool } from '../db/pool.ts';
import { findSystemActing } from '../db/sign-in-queries.ts';
import type { Acting, Services } from '../db/transaction.ts';
import { keepOrders } from '../modules/order/kept-orders.ts';
import { findAccountIds } from '../modules/staff/queries/people.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command on the running database, or on one that is opened for it. Jobs that it adds are done by the server. */
export async function withServices<Answer>(purpose: string, run: (services: Services) => Promise<Answer>): Promise<Answer> {
  const config = readConfig();
  const server = await joinDatabaseServer(config, purpose);
  try {
    await migrate(server.url);
    const db = openDatabase(openPool(server.url, 5));
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const base = {
      db,
      newId: newUuid,
      now: systemClock.now,
      publicUrl,
      secret: config.secret,
      announce: createAnnouncer(db),
      keptOrders: keepOrders(),
      files: openFiles(config.filesFolder),
      fetchPicture: pictureFetcher(),
    };
    const jobs = await openJobs(server.url, joinJobs({ services: base, mailer: keepingMailer }), { supervise: false });
    try {
      return await run({ ...base, enqueue: jobs.enqueue });
    } finally {
      await jobs.stop();
      await db.destroy();
    }
  } finally {
    await server.close();
  }
}

/** The account a command is about: by `--account CODE`, or the only one; acted on as the system. */
export async function actingFor(services: Services, account: string | undefined): Promise<Acting> {
  const ids = await findAccountIds(services.db, account);
  const [id, ...others] = ids;
  if (id === undefined) throw new UsageError(account === undefined ? 'There is no account yet: start Backdesk once.' : `There is no account ${account}.`);
  if (others.length > 0) throw new UsageError('There are several accounts: say which one with --account CODE.');
  const acting = await findSystemActing(services.db, id);
  if (acting === undefined) throw new UsageError(`There is no account ${id}.`);
  return acting;
}
