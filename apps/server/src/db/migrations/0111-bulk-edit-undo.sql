-- Which products a change of many changed, so that it can be taken back. What they were before stands in the events of that version.
-- Of an edit that takes another back `version` is null where a product was changed since, and left as it is.
create table bulk_edit_products (
  account_id uuid not null references accounts (account_id),
  bulk_edit_id uuid not null,
  product_id uuid not null,
  version integer,
  -- Of the product and its variants those whose field no person had set before: an import may set it again after the undo.
  marked uuid[] not null default '{}',
  primary key (account_id, bulk_edit_id, product_id),
  foreign key (account_id, bulk_edit_id) references bulk_edits (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id)
);
create index bulk_edit_products_product on bulk_edit_products (account_id, product_id);

-- An edit that takes another back (takes_back), or makes again what was taken back.
alter table bulk_edits add column undoes uuid;
alter table bulk_edits add column takes_back boolean not null default false;
alter table bulk_edits add foreign key (account_id, undoes) references bulk_edits (account_id, id);
-- Each is taken back once.
create unique index bulk_edits_undoes on bulk_edits (account_id, undoes);
create index bulk_edits_created on bulk_edits (account_id, created_at);
