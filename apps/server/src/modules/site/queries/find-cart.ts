import type { ReadContext } from '../../context.ts';
import { selectCartId } from '../store/guest-carts.ts';

/** The cart of whoever is here; undefined: there is none. */
export async function findCartId({ db, scope, actor }: Pick<ReadContext, 'db' | 'scope' | 'actor'>): Promise<string | undefined> {
  const { rows } = await selectCartId(scope, actor).execute(db);
  return rows[0]?.id;
}
