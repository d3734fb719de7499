import type { AccountSettings } from '../../db/account-settings.ts';

/** A day without its year, as the account writes it: "Nov 23", "23 Nov". */
export function dayInShort({ locale, timeZone }: Pick<AccountSettings, 'locale' | 'timeZone'>, at: Date): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(at);
}
