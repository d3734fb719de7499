import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { t } from './texts.ts';

/** Where the copy of a picture by address is, or why there is none; meanwhile it is shown from its address. */
export function pictureFetchText({ state, reason }: Product['pictureFetches'][number]): string {
  if (reason === null) return t.pictureWaits();
  if (reason === 'unreachable') return state === 'waiting' ? t.pictureTriedAgain() : t.pictureUnreachable();
  return {
    not_public: t.pictureNotPublic,
    redirected: t.pictureRedirected,
    not_there: t.pictureNotThere,
    too_large: t.pictureTooLarge,
    no_picture: t.pictureIsNone,
  }[reason]();
}
