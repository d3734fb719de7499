-- Who has an order open: a row a browser tab, good for fifteen seconds after it was last seen. Unlogged: nobody misses it after a crash.
create unlogged table order_presence (
  account_id uuid not null,
  order_id uuid not null,
  tab_id uuid not null,
  -- "staff:<id>", "customer:<id>" …, and the name to show.
  actor text not null,
  name text not null,
  line_id uuid,
  seen_at timestamptz not null,
  primary key (account_id, order_id, tab_id)
);
