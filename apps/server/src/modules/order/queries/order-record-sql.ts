// One order with everything an answer shows, as one statement: the columns come back as JSON under the record's own names,
// so that a document of thousands of lines is one row to read and one JSON.parse.
import { type RawBuilder, sql } from 'kysely';
import { defaultTermsText } from '../../../db/default-terms-sql.ts';
import { defaultRoleJson, roleJson } from '../../../db/price-role-sql.ts';
import { selectOrderFieldRules } from '../../field/queries.ts';
import type { KeptOrder } from '../kept-orders.ts';

// numeric goes out as text: as a JSON number it would pass through a float.
const lines = sql`
  (select coalesce(json_agg(row_to_json(x)), '[]') from (
    select l.id, l.position, l.kind, l.parent_line_id "parentLineId", l.product_id "productId", l.variant_id "variantId", l.name, l.sku,
      l.product_code "productCode", l.options, l.image_url "imageUrl", l.configuration, l.answers, l.quantity, trim_scale(l.unit_price)::text "unitPrice",
      l.price_table "priceTable", l.break_group "breakGroup",
      json_build_object('increment', l.quantity_increment, 'maximum', l.max_quantity) "quantityRule", l.upcharges, l.charges, l.charge_id "chargeId", l.parts, l.part_id "partId",
      case when l.override_unit_price is not null then
        json_build_object('unitPrice', trim_scale(l.override_unit_price)::text, 'reason', l.override_reason, 'by', l.override_by) end "override",
      l.discount, l.optional, l.chosen, l.choice_group "choiceGroup",
      case when l.customer_minimum is not null then json_build_object('minimum', l.customer_minimum, 'maximum', l.customer_maximum) end "quantityBounds",
      l.tax_category "taxCategory", l.ships, l.weight_grams "weightGrams", trim_scale(l.cost)::text cost, l.unavailable,
      l.note_customer "noteCustomer", l.note_internal "noteInternal", l.field_versions "fieldVersions"
    from order_lines l where l.account_id = o.account_id and l.order_id = o.id order by l.position, l.id) x)`;

const shipments = sql`
  (select coalesce(json_agg(row_to_json(x)), '[]') from (
    select s.id, s.position, s.kind, s.address, s.pickup_place "pickupPlace", s.method, s.field_versions "fieldVersions",
      case when not s.holds_all_lines then
        (select coalesce(json_agg(json_build_object('lineId', sl.line_id, 'quantity', sl.quantity) order by l.position, l.id), '[]')
         from shipment_lines sl
         join order_lines l on l.account_id = sl.account_id and l.order_id = sl.order_id and l.id = sl.line_id
         where sl.account_id = s.account_id and sl.order_id = s.order_id and sl.shipment_id = s.id) end lines
    from shipments s where s.account_id = o.account_id and s.order_id = o.id order by s.position, s.id) x)`;

// Only of what was handed in: a draft has none, and its reading need not look.
const fulfilments = sql`
  case when o.stage not in ('submitted', 'canceled') then '[]'::json else
    (select coalesce(json_agg(row_to_json(x)), '[]') from (
      select f.id, f.shipment_id "shipmentId", f.shipped_on "shippedOn", f.fetched_on "fetchedOn", f.carrier, f.tracking_number "trackingNumber", f.tracking_url "trackingUrl",
        f.created_at at, f.created_by_name "by", f.voided_at is not null "isVoided",
        (select json_agg(json_build_object('lineId', fl.line_id, 'quantity', fl.quantity) order by l.position, l.id)
         from fulfilment_lines fl
         join order_lines l on l.account_id = fl.account_id and l.order_id = fl.order_id and l.id = fl.line_id
         where fl.account_id = f.account_id and fl.order_id = f.order_id and fl.fulfilment_id = f.id) lines
      from fulfilments f where f.account_id = o.account_id and f.order_id = o.id order by f.created_at, f.id) x) end`;

const discounts = sql`
  (select coalesce(json_agg(json_build_object('id', d.id, 'source', d.source, 'label', d.label, 'value', d.value, 'reach', d.reach,
    'code', d.code, 'productIds', d.product_ids, 'refused', d.refused) order by d.position, d.id), '[]')
   from order_discounts d where d.account_id = o.account_id and d.order_id = o.id)`;

const revisions = sql`
  case when o.estimate_revision is null then '[]'::json else
    (select coalesce(json_agg(row_to_json(x)), '[]') from (
      select r.revision, r.status, r.total_amount "totalAmount", r.open_parts "open", r.valid_until "validUntil", r.expires_at "expiresAt",
        r.message, r.issued_at "issuedAt", r.issued_by "issuedBy", r.released_at "releasedAt", encode(r.sha256, 'hex') "sha256", r.lock_until "lockUntil", r.today_amount "todayAmount", r.today_rates_gone "todayRatesGone",
        (select coalesce(json_agg(json_build_object('sha256', encode(d.sha256, 'hex'), 'content', d.content::json) order by d.decided_at, d.id), '[]')
         from estimate_decisions d where d.account_id = r.account_id and d.order_id = r.order_id and d.revision = r.revision) decisions,
        f.sent_at "sentAt", f.viewed_at "viewedAt", f.view_count "viewCount", f.sent_to "sentTo",
        (select coalesce(json_agg(row_to_json(d)), '[]') from (
          select distinct on (l.created_at, l.id) m.id "mailId", l.recipient, coalesce(l.recipient = any(m.header_cc), false) "isCopy", m.state, m.error,
            m.held_until "heldUntil", m.sent_at "sentAt", u.viewed_at "viewedAt", u.view_count "viewCount", u.read_at "readAt", u.downloaded_at "downloadedAt", l.revoked_at is not null "isRevoked"
          from estimate_facts e
          join mails m on m.account_id = e.account_id and m.id = e.mail_id and m.state <> 'canceled'
          join estimate_links l on l.account_id = e.account_id and l.id = e.link_id
          cross join lateral (
            select max(x.at) filter (where x.kind = 'viewed') viewed_at, (count(*) filter (where x.kind = 'viewed'))::integer view_count,
              min(x.at) filter (where x.kind = 'read') read_at, max(x.at) filter (where x.kind = 'downloaded') downloaded_at
            from estimate_facts x
            where x.account_id = r.account_id and x.order_id = r.order_id and x.revision = r.revision and x.link_id = l.id) u
          where e.account_id = r.account_id and e.order_id = r.order_id and e.revision = r.revision and e.kind = 'sent'
          order by l.created_at, l.id, m.created_at desc, m.id desc) d) deliveries
      from estimate_revisions r
      cross join lateral (
        select max(e.at) filter (where e.kind = 'sent') sent_at, max(e.at) filter (where e.kind = 'viewed') viewed_at,
          count(*) filter (where e.kind = 'viewed')::integer view_count,
          coalesce((select json_agg(distinct address) from mails m cross join lateral unnest(m.recipients) address
            where m.account_id = r.account_id and m.order_id = r.order_id and m.revision = r.revision and m.state <> 'canceled'), '[]') sent_to
        from estimate_facts e where e.account_id = r.account_id and e.order_id = r.order_id and e.revision = r.revision) f
      where r.account_id = o.account_id and r.order_id = o.id order by r.revision) x) end`;

const unless = (known: RawBuilder<unknown>, part: RawBuilder<unknown>): RawBuilder<unknown> => sql`case when ${known} then null else ${part} end`;

/**
 * A deleted company stays on its orders, but its terms are over. Selects one column `record` (an OrderRecord) of `orders o`; the caller adds the `where`.
 * `known`: a condition under which the order's own content (`kept-orders.ts`) is left out, as null, because who asks has it.
 */
const selectRecord = (known: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select json_build_object(
    'id', o.id, 'number', o.number, 'orderNumber', o.order_number, 'stage', o.stage, 'version', o.version, 'fieldVersions', o.field_versions,
    'customer', case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'number', c.number,
      'taxExemption', c.tax_exemption, 'active', c.active and c.deleted_at is null, 'openAccount', c.open_account, 'role', ${roleJson('c.account_id', 'c.role_id')},
      'defaultRole', ${defaultRoleJson('o.account_id')}, 'defaultTerms', ${defaultTermsText('o.account_id')}) end,
    'company', case when f.id is not null then json_build_object('id', f.id, 'name', f.name,
      'taxExemption', case when f.deleted_at is null then f.tax_exemption end, 'terms', case when f.deleted_at is null then f.terms else '' end,
      'role', case when f.deleted_at is null then ${roleJson('f.account_id', 'f.role_id')} end) end,
    'owner', case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end,
    'splitFromOrderId', o.split_from_order_id, 'name', o.name, 'currency', o.currency, 'priceMode', o.price_mode,
    'taxRounding', o.tax_rounding, 'includedElsewhere', o.included_elsewhere, 'poNumber', o.po_number, 'dueOn', o.due_on, 'validDays', o.valid_days,
    'paymentTerms', o.payment_terms, 'deposit', o.deposit,
    'noteCustomer', o.note_customer, 'noteInternal', o.note_internal, 'fields', o.fields, 'fieldRules', ${selectOrderFieldRules(sql`o.account_id`)},
    'billing', json_build_object('sameAsShipping', o.billing_same_as_shipping, 'address', o.billing_address),
    'payment', o.payment, 'checkout', o.checkout,
    'facts', ${unless(known, sql`o.pricing_facts`)}, 'pricing', ${unless(known, sql`o.pricing`)},
    'estimate', case when o.estimate_revision is not null then
      json_build_object('revision', o.estimate_revision, 'status', o.estimate_status, 'validUntil', o.valid_until) end,
    'revisions', ${revisions}, 'lines', ${unless(known, lines)}, 'shipments', ${unless(known, shipments)}, 'fulfilments', ${fulfilments},
    'discounts', ${unless(known, discounts)},
    'createdBy', o.created_by, 'createdAt', o.created_at, 'updatedAt', o.updated_at, 'submittedAt', o.submitted_at,
    'ending', case when o.stage in ('approval_declined', 'canceled') then
      (select json_build_object('at', e.at, 'by', e.actor_name, 'reason', e.data ->> 'reason', 'told', e.data ->> 'toldTo' <> '')
       from events e where e.account_id = o.account_id and e.subject_id = o.id and e.subject = 'order'
         and e.type = case o.stage when 'canceled' then 'order.canceled' else 'order.declined' end
       order by e.version desc, e.index desc limit 1) end) record
  from orders o
  left join customers c on c.account_id = o.account_id and c.id = o.customer_id
  left join companies f on f.account_id = o.account_id and f.id = o.company_id
  left join staff w on w.id = o.owner_staff_id`;

export const selectOrderRecord = selectRecord(sql`false`);

/** Leaves out what `kept` has when it is of the version that there is. */
export const selectOrderRecordBut = (kept: KeptOrder | undefined): RawBuilder<unknown> =>
  selectRecord(sql`(o.version = ${kept?.version ?? null}::integer and o.updated_at = ${kept?.updatedAt ?? null}::timestamptz)`);
