import type { changeSettings as changeSettingsSchema } from '@backdesk/contract/settings/schema.ts';
import { paperOf } from '@backdesk/domain/address/paper-of.ts';
import type { z } from 'zod';
import type { AccountSettings } from '../../../db/account-settings.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { enqueueReprice } from '../jobs.ts';
import { checkCurrency } from '../policy.ts';
import { getAccount } from '../queries/settings.ts';
import { addEvent, lockAccount, updateAccount } from '../store.ts';
import { refuseConflict } from './refuse-conflict.ts';

type Change = z.output<typeof changeSettingsSchema>;
type Field = Exclude<keyof Change, 'basedOn'>;

const columns = {
  name: 'name',
  locale: 'locale',
  timeZone: 'time_zone',
  currency: 'currency',
  country: 'country',
  region: 'region',
  postcode: 'postcode',
  priceMode: 'price_mode',
  taxRounding: 'tax_rounding',
  includedElsewhere: 'included_elsewhere',
  paper: 'paper',
  accent: 'accent',
  estimateValidDays: 'estimate_valid_days',
  acceptedLockDays: 'accepted_lock_days',
  driftPolicy: 'drift_policy',
  acceptsInPart: 'accepts_in_part',
  remindAfterDays: 'remind_after_days',
  remindBeforeDays: 'remind_before_days',
  leastMarginPpm: 'least_margin_ppm',
  siteSignIn: 'site_sign_in',
  siteRegistration: 'site_registration',
  siteOrdersWait: 'site_orders_wait',
} as const satisfies Record<Field, string>;

/** The account's own place is where unknown tax is guessed from and what included prices hold. */
const placeFields: readonly Field[] = ['country', 'region', 'postcode'];

/** How tax is rounded and what included prices become elsewhere; the price mode is copied to an order when it is made, and stays. */
const taxFields: readonly Field[] = ['taxRounding', 'includedElsewhere'];

function changedFields(change: Change, before: AccountSettings): readonly Field[] {
  return (Object.keys(columns) as Field[]).filter((field) => change[field] !== undefined && change[field] !== before[field]);
}

/** With another country the paper is that country's, unless another than the country's own was chosen before, or is now. */
function withPaper(change: Change, before: AccountSettings): Change {
  if (change.country === undefined || change.paper !== undefined || before.paper !== paperOf(before.country)) return change;
  return { ...change, paper: paperOf(change.country) };
}

/** Changes the given settings. A field that someone else changed since `basedOn` is a conflict; the rest merges. */
export async function changeSettings(context: CommandContext, given: Change): Promise<AccountSettings> {
  const { tx, scope } = context;
  await lockAccount(context);
  const before = await getAccount(tx, scope);
  const asked = changedFields(given, before);
  if (asked.length === 0) return before;
  if (given.basedOn !== undefined) await refuseConflict(context, given.basedOn, asked);
  const change = withPaper(given, before);
  const changed = changedFields(change, before);
  const errors = changed.includes('currency') ? checkCurrency(change.currency ?? '') : [];
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  await updateAccount(context, Object.fromEntries(changed.map((field) => [columns[field], change[field]])));
  const changes = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: change[field] }]));
  await addEvent(context, { subjectId: scope.accountId, version: before.version + 1, type: 'settings.changed', data: { changes } });
  if (changed.some((field) => placeFields.includes(field) || taxFields.includes(field))) await enqueueReprice(context, 'tax_rates');
  return getAccount(tx, scope);
}
