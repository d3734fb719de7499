-- A saved cart shared by a link: whoever holds it may look, and take the products into their own cart. It ends by itself or is revoked.
create table cart_links (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  token_sha256 bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- Whom it was mailed to; null: it was made to be pasted elsewhere.
  mailed_to text,
  primary key (account_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);
create unique index cart_links_token on cart_links (account_id, token_sha256);
create index cart_links_order on cart_links (account_id, order_id);
