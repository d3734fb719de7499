import type { PictureFault } from '@backdesk/domain/file/picture-fault.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** A picture by address of which there is no small one yet: it waits (`reason`: why the last try brought nothing), or was given up. */
export type PictureFetchRow = { readonly url: string; readonly state: 'waiting' | 'failed'; readonly reason: PictureFault | null };

const ofUrls = (urls: readonly string[]) => sql`md5(f.url) in (select md5(u) from unnest(${urls}::text[]) u)`;

/** Of these addresses those that were not fetched, or not yet. */
export async function listOpenFetches(db: Kysely<Tables>, { accountId }: AccountScope, urls: readonly string[]): Promise<readonly PictureFetchRow[]> {
  if (urls.length === 0) return [];
  const { rows } = await sql<PictureFetchRow>`
    select f.url, f.state, f.reason from picture_fetches f where f.account_id = ${accountId} and f.state <> 'made' and ${ofUrls(urls)}`.execute(db);
  return rows;
}

/** The files of those addresses that were fetched, by address. */
export async function listFetchedFiles(db: Kysely<Tables>, { accountId }: AccountScope, urls: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (urls.length === 0) return new Map();
  const { rows } = await sql<{ url: string; file_id: string }>`
    select f.url, f.file_id from picture_fetches f where f.account_id = ${accountId} and f.state = 'made' and ${ofUrls(urls)}`.execute(db);
  return new Map(rows.map(({ url, file_id }) => [url, file_id]));
}

/** The products that are to have a picture when it is there. */
export async function listWanting(db: Kysely<Tables>, { accountId }: AccountScope, fetchId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ product_id: string }>`
    select product_id from picture_wants where account_id = ${accountId} and fetch_id = ${fetchId} order by product_id`.execute(db);
  return rows.map(({ product_id }) => product_id);
}
