import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

/** Major units a piece, minor units once a line. */
export type UpchargeRecord = { readonly currency: string; readonly perPiece: string; readonly perLine: number };
export type ValueRecord = UpchargeRecord & { readonly id: string; readonly position: number; readonly name: string };
export type OptionRecord = UpchargeRecord & {
  readonly id: string;
  readonly position: number;
  readonly kind: 'choice' | 'text';
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly carriesBreaks: boolean;
  /** null: not a text. */
  readonly maxLength: number | null;
  readonly values: readonly ValueRecord[];
};

/** Writes the options of a product as they are now. What is missing is marked as removed and stays for the lines that answered it. */
export async function saveConfiguration({ tx, scope, now }: CommandContext, productId: string, options: readonly OptionRecord[]): Promise<void> {
  const { accountId } = scope;
  const values = options.flatMap((option) => option.values.map((value) => ({ ...value, optionId: option.id })));
  await sql`
    update configuration_options set removed_at = ${now}
    where account_id = ${accountId} and product_id = ${productId} and removed_at is null and id <> all(${options.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    update configuration_values v set removed_at = ${now} from configuration_options o
    where o.account_id = ${accountId} and o.product_id = ${productId} and v.account_id = o.account_id and v.option_id = o.id and v.removed_at is null
      and o.removed_at is null and v.id <> all(${values.map(({ id }) => id)}::uuid[])`.execute(tx);
  if (options.length === 0) return;
  await sql`
    insert into configuration_options (account_id, id, product_id, position, kind, name, help, required, carries_breaks, max_length, currency,
      per_piece_price, per_line_amount, removed_at)
    select ${accountId}, o.id, ${productId}::uuid, o.position, o.kind, o.name, o.help, o.required, o."carriesBreaks", o."maxLength", o.currency, o."perPiece", o."perLine", null
    from jsonb_to_recordset(${JSON.stringify(options)}::jsonb) as o (id uuid, position integer, kind text, name text, help text, required boolean,
      "carriesBreaks" boolean, "maxLength" integer, currency text, "perPiece" numeric, "perLine" bigint)
    on conflict (account_id, id) do update set (position, name, help, required, carries_breaks, max_length, currency, per_piece_price, per_line_amount, removed_at) =
      (excluded.position, excluded.name, excluded.help, excluded.required, excluded.carries_breaks, excluded.max_length, excluded.currency,
       excluded.per_piece_price, excluded.per_line_amount, null)`.execute(tx);
  await sql`
    insert into configuration_values (account_id, id, option_id, position, name, currency, per_piece_price, per_line_amount, removed_at)
    select ${accountId}, v.id, v."optionId", v.position, v.name, v.currency, v."perPiece", v."perLine", null
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, "optionId" uuid, position integer, name text, currency text,
      "perPiece" numeric, "perLine" bigint)
    on conflict (account_id, id) do update set (position, name, currency, per_piece_price, per_line_amount, removed_at) =
      (excluded.position, excluded.name, excluded.currency, excluded.per_piece_price, excluded.per_line_amount, null)`.execute(tx);
}
