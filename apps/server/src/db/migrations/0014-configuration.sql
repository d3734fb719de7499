-- Configuration options: what a customer chooses or types on a line beyond the variant, with what it adds to the price. Removing is soft:
-- lines of drafts that hold an old answer stay readable and say that it is gone.
create table configuration_options (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  position integer not null,
  -- What else can be asked (number, date, file) comes with columns of its own.
  kind text not null check (kind in ('choice', 'text')),
  name text not null,
  help text not null default '',
  required boolean not null default false,
  -- Lines whose answers differ here do not add up to choose a price break.
  carries_breaks boolean not null default false,
  -- Texts: the longest, in characters, and what any text adds, in `currency`.
  max_length integer check (max_length > 0),
  currency text not null,
  per_piece_price numeric(20, 6) not null default 0 check (per_piece_price >= 0),
  per_line_amount bigint not null default 0 check (per_line_amount >= 0),
  removed_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  check ((kind = 'text') = (max_length is not null))
);
create index configuration_options_product on configuration_options (account_id, product_id, position);

create table configuration_values (
  account_id uuid not null,
  id uuid not null,
  option_id uuid not null,
  position integer not null,
  name text not null,
  currency text not null,
  per_piece_price numeric(20, 6) not null default 0 check (per_piece_price >= 0),
  per_line_amount bigint not null default 0 check (per_line_amount >= 0),
  removed_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, option_id) references configuration_options (account_id, id)
);
create index configuration_values_option on configuration_values (account_id, option_id, position);

-- [{ optionId, name, value, state }]: a line's answers with the names of when it was last read from the catalogue, so that nothing there
-- can empty a document; required options without an answer are in it too.
alter table order_lines add column answers jsonb not null default '[]';
