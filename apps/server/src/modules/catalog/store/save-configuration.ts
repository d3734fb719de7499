import type { ConfigurationOption } from '@backdesk/domain/catalog/configuration-options.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

/** Which of these ids options and values of the account have, those that were removed too. */
export async function listTakenIds({ tx, scope }: CommandContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from configuration_options where account_id = ${scope.accountId} and id = any(${ids}::uuid[])
    union all select id from configuration_values where account_id = ${scope.accountId} and id = any(${ids}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes the options of a product as they are now. What is missing is marked as removed and stays for the lines that answered it. */
export async function saveConfiguration(
  { tx, scope, account, now }: CommandContext,
  productId: string,
  options: readonly ConfigurationOption[],
): Promise<void> {
  const { accountId } = scope;
  const values = options.flatMap((option) =>
    option.kind === 'choice' ? option.values.map((value, at) => ({ ...value, optionId: option.id, position: at + 1 })) : [],
  );
  await sql`
    update configuration_options set removed_at = ${now}
    where account_id = ${accountId} and product_id = ${productId} and removed_at is null and id <> all(${options.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    update configuration_values v set removed_at = ${now} from configuration_options o
    where o.account_id = ${accountId} and o.product_id = ${productId} and v.account_id = o.account_id and v.option_id = o.id and v.removed_at is null
      and o.removed_at is null and v.id <> all(${values.map(({ id }) => id)}::uuid[])`.execute(tx);
  if (options.length === 0) return;
  const rows = options.map((option, at) => ({ currency: account.currency, perPiece: '0', perLine: 0, ppm: 0, breaks: [], ...option, position: at + 1 }));
  await sql`
    insert into configuration_options (account_id, id, product_id, position, kind, name, help, required, carries_breaks, only_when_option_id, only_when_value,
      max_length, pattern, minimum, maximum, step, file_kinds, largest_bytes, currency, per_piece_price, per_line_amount, upcharge_ppm, upcharge_breaks, removed_at)
    select ${accountId}, o.id, ${productId}::uuid, o.position, o.kind, o.name, o.help, o.required, o."carriesBreaks", (o."onlyWhen" ->> 'optionId')::uuid,
      o."onlyWhen" ->> 'value', o."maxLength", coalesce(o.pattern, ''), o.minimum, o.maximum, o.step, coalesce(o.kinds, '{}'), o."largestBytes", o.currency,
      o."perPiece", o."perLine", o.ppm, o.breaks, null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (id uuid, position integer, kind text, name text, help text, required boolean,
      "carriesBreaks" boolean, "onlyWhen" jsonb, "maxLength" integer, pattern text, minimum numeric, maximum numeric, step numeric, kinds text[],
      "largestBytes" bigint, currency text, "perPiece" numeric, "perLine" bigint, ppm integer, breaks jsonb)
    on conflict (account_id, id) do update set (position, name, help, required, carries_breaks, only_when_option_id, only_when_value, max_length, pattern, minimum,
        maximum, step, file_kinds, largest_bytes, currency, per_piece_price, per_line_amount, upcharge_ppm, upcharge_breaks, removed_at) =
      (excluded.position, excluded.name, excluded.help, excluded.required, excluded.carries_breaks, excluded.only_when_option_id, excluded.only_when_value,
       excluded.max_length, excluded.pattern, excluded.minimum, excluded.maximum, excluded.step, excluded.file_kinds, excluded.largest_bytes, excluded.currency,
       excluded.per_piece_price, excluded.per_line_amount, excluded.upcharge_ppm, excluded.upcharge_breaks, null)`.execute(tx);
  await sql`
    insert into configuration_values (account_id, id, option_id, position, name, currency, per_piece_price, per_line_amount, upcharge_ppm, upcharge_breaks, removed_at)
    select ${accountId}, v.id, v."optionId", v.position, v.name, v.currency, v."perPiece", v."perLine", v.ppm, v.breaks, null
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, "optionId" uuid, position integer, name text, currency text,
      "perPiece" numeric, "perLine" bigint, ppm integer, breaks jsonb)
    on conflict (account_id, id) do update set (position, name, currency, per_piece_price, per_line_amount, upcharge_ppm, upcharge_breaks, removed_at) =
      (excluded.position, excluded.name, excluded.currency, excluded.per_piece_price, excluded.per_line_amount, excluded.upcharge_ppm,
       excluded.upcharge_breaks, null)`.execute(tx);
}
