import { z } from 'zod';

/** First entry of a backup: what follows, and which Backdesk can read it. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** UTC: the moment of which everything in it is. */
  madeAt: z.iso.datetime(),
  /** What the database was made by. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.strictObject({ name: z.string(), start: z.number().int(), last: z.number().int(), isCalled: z.boolean() })),
  /** Jobs that were still to do, such as mails to send; `startAt` in UTC. */
  jobs: z.array(z.strictObject({ name: z.string(), data: z.record(z.string(), z.unknown()), startAt: z.iso.datetime() })),
  /** Signs sessions and estimate links: with it, links that customers have go on working. */
  secret: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;
export const manifestName = 'manifest.json';
