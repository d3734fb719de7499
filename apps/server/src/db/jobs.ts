import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Tables } from './tables.ts';

/** Ids and small facts, never a document: a job reads what it is about when it runs. */
export type JobPayload = Readonly<Record<string, unknown>>;

/** Adds a job inside the given transaction: it exists exactly if that commits. `afterSeconds`: not before so long. */
export type EnqueueJob = (db: Kysely<Tables>, job: string, payload: JobPayload, afterSeconds?: number) => Promise<void>;

/** What does a job. It may run twice (a process can die between the effect and its note), so it must see what is done. */
export type JobHandler = {
  readonly name: string;
  /** What it was called in an earlier version: its schedule ends, and what waits under it is done under the new name. */
  readonly formerly?: string;
  readonly retryLimit?: number;
  readonly expireInSeconds?: number;
  /** Also done by itself at these times (UTC, five fields), by one process of all; its payload is empty then. */
  readonly cron?: string;
  /** After so long without a sign of life its process is taken for dead, and the job is done again; at least 10, 20 when not said. */
  readonly heartbeatSeconds?: number;
  /** Answers 'later' when it is not time yet by the clock of the application: it then comes again in a second. `enqueue` is for jobs that add further ones in their own transaction; long ones stop (throw) when `stopping` is aborted, and are done again. */
  readonly handle: (payload: JobPayload, enqueue: EnqueueJob, stopping: AbortSignal) => Promise<unknown>;
};

export type Jobs = {
  readonly enqueue: EnqueueJob;
  /** Starts working; jobs that a dead process left come back by their heartbeat. */
  readonly work: (handlers: readonly JobHandler[]) => Promise<void>;
  /** Does now what is due, and answers how many: tests and commands have no worker beside them. */
  readonly runDue: (handlers: readonly JobHandler[]) => Promise<number>;
  /** Lets running jobs end, then stops. */
  readonly stop: () => Promise<void>;
};

const queueOptions = (handler: JobHandler | undefined) => ({
  retryLimit: handler?.retryLimit ?? 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: handler?.expireInSeconds ?? 300,
  heartbeatSeconds: handler?.heartbeatSeconds ?? 20,
  deleteAfterSeconds: 7 * 24 * 3600,
  // Whoever works is told when a job is committed.
  notify: true,
});

/** What an earlier version may have made a queue with otherwise, and a restored database without its handler. */
const settled = ['retryLimit', 'expireInSeconds', 'heartbeatSeconds', 'notify'] as const;

/** Workers of each handler in one process. */
const atOnce = 2;
/**
 * Seconds between two looks for what nobody was told of: a retry that is due, a job of another process for later. PostgreSQL plans each look anew:
 * two a second and worker were most of what an idle server did.
 */
const looksEvery = { told: 5, untold: 0.5 } as const;
/** A job for later is due by PostgreSQL's clock, from when its statement ran. */
const lateMs = 200;
/** For what is due later than this no timer is kept: five seconds more do not matter then. */
const soonSeconds = 600;

/** Opens the queue in the database's schema `pgboss` and makes the queues of the handlers. */
export async function openJobs(url: string, handlers: readonly JobHandler[], options: { readonly supervise: boolean }): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    application_name: 'backdesk jobs',
    supervise: options.supervise,
    superviseIntervalSeconds: 10,
    // pg-boss looks for jobs without a sign of life only this often; its own minute would keep a mail that a cut connection left.
    monitorIntervalSeconds: 10,
    schedule: options.supervise,
    useListenNotify: options.supervise,
  });
  boss.on('error', (error) => console.error(JSON.stringify({ level: 'error', message: 'jobs', error: String(error) })));
  await boss.start();
  const queues = new Set<string>();
  const stopping = new AbortController();
  const ensureQueue = async (name: string, handler?: JobHandler) => {
    if (queues.has(name)) return;
    const there = await boss.getQueue(name);
    const wanted = queueOptions(handler);
    if (there === null) await boss.createQueue(name, wanted);
    else if (handler !== undefined && settled.some((option) => there[option] !== wanted[option])) await boss.updateQueue(name, wanted);
    queues.add(name);
  };
  for (const handler of handlers) await ensureQueue(handler.name, handler);
  const workers = new Map<string, string[]>();
  const wakeIn = (job: string, ms: number): void => {
    setTimeout(() => {
      for (const id of workers.get(job) ?? []) boss.notifyWorker(id);
    }, ms).unref();
  };
  const enqueue: EnqueueJob = async (db, job, payload, afterSeconds = 0) => {
    // A job of a newer or older version's handler is kept for it: its command must not fail for that.
    await ensureQueue(job);
    await boss.send(job, payload, { db: fromKysely(db as never), ...(afterSeconds > 0 && { startAfter: afterSeconds }) });
    if (afterSeconds > 0 && afterSeconds <= soonSeconds) wakeIn(job, afterSeconds * 1000 + lateMs);
  };
  const workOn = async (handler: JobHandler): Promise<void> => {
    const polling = { pollingIntervalSeconds: looksEvery.untold, notifyPollingIntervalSeconds: looksEvery.told };
    const id = await boss.work(handler.name, polling, async (jobs) => {
      // There may be more: it looks again at once when this is done.
      boss.notifyWorker(id);
      for (const job of jobs) {
        const done = await handler.handle(job.data as JobPayload, enqueue, stopping.signal);
        if (done !== 'later') continue;
        await boss.send(handler.name, job.data as JobPayload, { startAfter: 1 });
        wakeIn(handler.name, 1000 + lateMs);
      }
    });
    workers.set(handler.name, [...(workers.get(handler.name) ?? []), id]);
  };
  return {
    enqueue,
    work: async (list) => {
      for (const handler of list) {
        if (handler.formerly !== undefined) await takeOver(boss, handler.formerly, handler.name);
        if (handler.cron !== undefined) await boss.schedule(handler.name, handler.cron);
        for (let worker = 0; worker < atOnce; worker += 1) await workOn(handler);
      }
    },
    runDue: (list) => runDue(boss, list, { enqueue, stopping: stopping.signal }),
    stop: () => {
      stopping.abort();
      return boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

/** An older process beside this one may still put jobs under the old name: the next start takes those over. */
async function takeOver(boss: PgBoss, from: string, to: string): Promise<void> {
  await boss.unschedule(from);
  if ((await boss.getQueue(from)) === null) return;
  for (;;) {
    const [job] = await boss.fetch(from);
    if (job === undefined) return;
    await boss.send(to, job.data as JobPayload);
    await boss.complete(from, job.id);
  }
}

type Given = { readonly enqueue: EnqueueJob; readonly stopping: AbortSignal };

async function runDue(boss: PgBoss, handlers: readonly JobHandler[], { enqueue, stopping }: Given): Promise<number> {
  let done = 0;
  for (const handler of handlers) {
    for (;;) {
      const [job] = await boss.fetch(handler.name);
      if (job === undefined) break;
      try {
        const ended = await handler.handle(job.data as JobPayload, enqueue, stopping);
        await boss.complete(handler.name, job.id);
        if (ended === 'later') await boss.send(handler.name, job.data as JobPayload, { startAfter: 1 });
        if (ended === 'later') continue;
      } catch (error) {
        await boss.fail(handler.name, job.id, { message: String(error) });
        throw error;
      }
      done += 1;
    }
  }
  return done;
}
