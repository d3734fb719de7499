import { type RawBuilder, sql } from 'kysely';

// Put together once: a search builds it into each of its statements.
const upcharge = (
  of: string,
): RawBuilder<unknown> => sql`'perPiece', trim_scale(${sql.ref(`${of}.per_piece_price`)})::text, 'perLine', ${sql.ref(`${of}.per_line_amount`)},
  'ppm', ${sql.ref(`${of}.upcharge_ppm`)}, 'breaks', ${sql.ref(`${of}.upcharge_breaks`)}, 'currency', ${sql.ref(`${of}.currency`)}, 'removed', ${sql.ref(`${of}.removed_at`)} is not null`;

/**
 * A subquery: the configuration options of `products p` in the order in which they are asked, in the domain's own shape, as one JSON array.
 * Removed ones are in it, marked: lines may still hold their answers.
 */
export const configurationOptionsJson: RawBuilder<unknown> = sql`(
    select coalesce(jsonb_agg(
      jsonb_build_object('id', co.id, 'kind', co.kind, 'name', co.name, 'help', co.help, 'required', co.required, 'carriesBreaks', co.carries_breaks,
        'removed', co.removed_at is not null, 'onlyWhen', case when co.only_when_option_id is not null then
          jsonb_build_object('optionId', co.only_when_option_id, 'value', co.only_when_value) end)
      || case co.kind
        when 'text' then jsonb_build_object('maxLength', co.max_length, 'pattern', co.pattern, ${upcharge('co')})
        when 'number' then jsonb_build_object('minimum', trim_scale(co.minimum)::text, 'maximum', trim_scale(co.maximum)::text, 'step', trim_scale(co.step)::text, ${upcharge('co')})
        when 'file' then jsonb_build_object('kinds', to_jsonb(co.file_kinds), 'largestBytes', co.largest_bytes, ${upcharge('co')})
        when 'date' then jsonb_build_object(${upcharge('co')})
        when 'checkbox' then jsonb_build_object(${upcharge('co')})
        else jsonb_build_object('values', (
          select coalesce(jsonb_agg(jsonb_build_object('id', cv.id, 'name', cv.name, ${upcharge('cv')}) order by cv.position, cv.id), '[]')
          from configuration_values cv where cv.account_id = co.account_id and cv.option_id = co.id))
      end order by co.position, co.id), '[]')
    from configuration_options co where co.account_id = p.account_id and co.product_id = p.id)`;
