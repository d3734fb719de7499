-- What customer and staff write each other about an order. Never changed; a request for changes stands in it too.
create table order_messages (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  author text not null check (author in ('staff', 'customer')),
  -- As in events: "staff:<id>", "link:<id>"; and the name as it was then.
  author_key text not null,
  author_name text not null,
  -- The line it is about, by name; '' for the whole.
  line text not null default '',
  text text not null,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);
create index order_messages_thread on order_messages (account_id, order_id, at, id);
