-- What of an order went out together, or was fetched. Rows stay when they are taken back: who shipped what, and that it was a mistake,
-- is history. What an order's state of shipping is, is derived from them; the column is what listings filter by.
create table fulfilments (
  account_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  shipped_on date not null,
  carrier text not null default '',
  tracking_number text not null default '',
  tracking_url text not null default '',
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  voided_at timestamptz,
  primary key (account_id, order_id, id),
  foreign key (account_id, order_id) references orders (account_id, id),
  foreign key (account_id, order_id, shipment_id) references shipments (account_id, order_id, id)
);
create index fulfilments_shipment on fulfilments (account_id, order_id, shipment_id);

create table fulfilment_lines (
  account_id uuid not null,
  order_id uuid not null,
  fulfilment_id uuid not null,
  line_id uuid not null,
  quantity integer not null check (quantity > 0),
  primary key (account_id, order_id, fulfilment_id, line_id),
  foreign key (account_id, order_id, fulfilment_id) references fulfilments (account_id, order_id, id),
  foreign key (account_id, order_id, line_id) references order_lines (account_id, order_id, id)
);
create index fulfilment_lines_line on fulfilment_lines (account_id, order_id, line_id);

alter table orders add column fulfilment text not null default 'unshipped' check (fulfilment in ('unshipped', 'part_shipped', 'shipped'));
create index orders_to_ship on orders (account_id, fulfilment, submitted_at, id) where stage = 'submitted' and deleted_at is null;

-- Of what was reserved, how many pieces have left: they are no longer on hand either.
alter table stock_reservations add column shipped integer not null default 0 check (shipped between 0 and quantity);
