import type { Selectable } from 'kysely';
import type { AccountsTable } from './tables.ts';

/** The account as it is read with every sign-in check, so that no handler reads it again. */
export type AccountSettings = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly country: string;
  readonly region: string;
  readonly postcode: string;
  readonly priceMode: 'tax_excluded' | 'tax_included';
  readonly taxRounding: 'line' | 'order';
  readonly includedElsewhere: 'keep_gross' | 'keep_net';
  readonly paper: 'letter' | 'a4';
  readonly accent: string;
  readonly address: unknown;
  readonly estimateValidDays: number;
  readonly acceptedLockDays: number;
  readonly driftPolicy: 'honour' | 'requote' | 'ask';
  readonly acceptsInPart: boolean;
  /** Days after sending, and before expiry, in which one that nobody opened is brought to mind; null: not. */
  readonly remindAfterDays: number | null;
  readonly remindBeforeDays: number | null;
  /** The part of a price that must be earned at least. */
  readonly leastMarginPpm: number;
  readonly orderNumberFormat: string | null;
  readonly requiresSecondFactor: boolean;
  /** What visitors of the site need a sign-in for. */
  readonly siteSignIn: 'guest_only' | 'optional' | 'checkout' | 'prices' | 'all_pages';
  readonly siteRegistration: 'automatic' | 'approval' | 'none';
  /** Whether what is ordered on the site waits for approval. */
  readonly siteOrdersWait: boolean;
};

/** A row of accounts, of this table's columns or out of JSON: its times are not looked at here. */
export type AccountRow = Omit<Selectable<AccountsTable>, 'created_at' | 'prices_swept_on'>;

export function accountSettings(row: AccountRow): AccountSettings {
  return {
    id: row.account_id,
    code: row.code,
    version: row.version,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    currency: row.currency,
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    priceMode: row.price_mode,
    taxRounding: row.tax_rounding,
    includedElsewhere: row.included_elsewhere,
    paper: row.paper,
    accent: row.accent,
    address: row.address,
    estimateValidDays: row.estimate_valid_days,
    acceptedLockDays: row.accepted_lock_days,
    driftPolicy: row.drift_policy,
    acceptsInPart: row.accepts_in_part,
    remindAfterDays: row.remind_after_days,
    remindBeforeDays: row.remind_before_days,
    leastMarginPpm: row.least_margin_ppm,
    orderNumberFormat: row.order_number_format,
    requiresSecondFactor: row.requires_second_factor,
    siteSignIn: row.site_sign_in,
    siteRegistration: row.site_registration,
    siteOrdersWait: row.site_orders_wait,
  };
}
