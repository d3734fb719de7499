-- What is set aside for somebody waits to be fetched; that it was is a second fact, with a day of its own. Until now a pickup was said
-- when it was handed over. What an order's pickup is, is derived like its shipping; the column is what listings read.
alter table fulfilments add column fetched_on date;
update fulfilments f set fetched_on = f.shipped_on
from shipments s
where s.account_id = f.account_id and s.order_id = f.order_id and s.id = f.shipment_id and s.kind = 'pickup';

alter table orders add column pickup text check (pickup in ('waiting', 'fetched'));
update orders o set pickup = 'fetched'
where exists (select from fulfilments f where f.account_id = o.account_id and f.order_id = o.id and f.fetched_on is not null and f.voided_at is null)
  and not exists (select from fulfilments f where f.account_id = o.account_id and f.order_id = o.id and f.fetched_on is null and f.voided_at is null);
