import type { Database } from '../../../db/pool.ts';
import { sha256 } from '../../../db/token-hash.ts';
import type { ReadContext } from '../../context.ts';
import { useCode } from '../store/second-factors.ts';

/** Uses a one-time code up, which an app shows for up to ninety seconds: false when somebody did before. */
export function claimCode({ db, now }: { readonly db: Database | ReadContext['db']; readonly now: Date }, staffId: string, code: string): Promise<boolean> {
  return useCode(db, staffId, sha256(`${staffId} ${code}`), now);
}
