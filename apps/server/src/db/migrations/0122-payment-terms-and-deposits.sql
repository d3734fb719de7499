-- What an estimate asks for: payment terms in words and a deposit. Terms that an order has of its own, or that were promised or submitted with
-- it: {"terms", "from"}; null: as agreed with its company, else the account's.
alter table orders
  add column payment_terms jsonb check (jsonb_typeof(payment_terms) = 'object' and payment_terms ->> 'from' in ('order', 'company', 'account')),
  -- {"kind": "percentage", "ppm"} or {"kind": "fixed", "amount"} in minor units; null: none is asked for.
  add column deposit jsonb check (jsonb_typeof(deposit) = 'object' and deposit ->> 'kind' in ('percentage', 'fixed'));

-- What new drafts start with.
alter table letterheads
  add column payment_terms text not null default '',
  add column deposit_ppm integer check (deposit_ppm between 1 and 1000000);
