-- The first schema. Rules it keeps (a test reads the catalog and proves them): rows of an account carry account_id first in the
-- primary key and in every foreign key; every foreign key has an index; every amount is bigint minor units; every unit price and
-- extended break price is numeric(20,6); deletion of people's documents is soft and unique indexes are partial on it.

create extension if not exists pg_trgm;

-- ── Accounts and staff ────────────────────────────────────────────────────────────────────────────────────────────
create table accounts (
  account_id uuid primary key,
  code text not null unique,
  host text unique,
  name text not null,
  locale text not null default 'en-US',
  time_zone text not null default 'America/New_York',
  currency text not null default 'USD',
  country text not null default 'US',
  region text not null default '',
  postcode text not null default '',
  price_mode text not null default 'tax_excluded' check (price_mode in ('tax_excluded', 'tax_included')),
  tax_rounding text not null default 'line' check (tax_rounding in ('line', 'order')),
  included_elsewhere text not null default 'keep_gross' check (included_elsewhere in ('keep_gross', 'keep_net')),
  paper text not null default 'letter' check (paper in ('letter', 'a4')),
  accent text not null default '#0d5c68',
  address jsonb not null default '{}',
  estimate_valid_days integer not null default 30,
  order_number_format text,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- One identity per installation; better-auth keeps its rows in the four tables below.
create table staff (
  id text primary key,
  email text not null,
  email_verified boolean not null default false,
  name text not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index staff_email_key on staff (lower(email));

create table staff_sessions (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_sessions_staff on staff_sessions (staff_id);

create table staff_credentials (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  provider_id text not null,
  provider_subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_subject)
);
create index staff_credentials_staff on staff_credentials (staff_id);

create table staff_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table memberships (
  account_id uuid not null references accounts (account_id),
  staff_id text not null references staff (id),
  roles text[] not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (account_id, staff_id)
);
create index memberships_staff on memberships (staff_id);

create table api_keys (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  roles text[] not null,
  created_by text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, id)
);

-- ── Customers ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table customer_roles (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  name text not null,
  primary key (account_id, id)
);

create table companies (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  number text,
  role_id uuid,
  terms text not null default '',
  tax_exemption text,
  credit_limit_amount bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, role_id) references customer_roles (account_id, id)
);
create index companies_role on companies (account_id, role_id);
create unique index companies_name on companies (account_id, lower(name)) where deleted_at is null;

create table customers (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  field_versions jsonb not null default '{}',
  company_id uuid,
  role_id uuid,
  name text not null,
  email text,
  phone text not null default '',
  phone_digits text not null default '',
  number text,
  title text not null default '',
  active boolean not null default true,
  open_account boolean not null default true,
  tax_exemption text,
  fields jsonb not null default '{}',
  notes text not null default '',
  -- Lower-cased name, e-mail, company, phone digits, number: written by the store, read by the search.
  search_text text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, company_id) references companies (account_id, id),
  foreign key (account_id, role_id) references customer_roles (account_id, id)
);
create index customers_company on customers (account_id, company_id);
create index customers_role on customers (account_id, role_id);
create unique index customers_email on customers (account_id, lower(email)) where deleted_at is null and email is not null;
create unique index customers_number on customers (account_id, lower(number)) where deleted_at is null and number is not null;
create index customers_search on customers using gin (search_text gin_trgm_ops);
create index customers_listing on customers (account_id, lower(name), id) where deleted_at is null;

create table addresses (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  customer_id uuid,
  company_id uuid,
  label text not null default '',
  address jsonb not null,
  default_shipping boolean not null default false,
  default_billing boolean not null default false,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, customer_id) references customers (account_id, id),
  foreign key (account_id, company_id) references companies (account_id, id),
  check ((customer_id is null) <> (company_id is null))
);
create index addresses_customer on addresses (account_id, customer_id);
create index addresses_company on addresses (account_id, company_id);

create table field_definitions (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  subject text not null check (subject in ('customer', 'order')),
  code text not null,
  label text not null,
  help text not null default '',
  type text not null check (type in ('text', 'number', 'select', 'checkbox', 'datetime', 'link')),
  required boolean not null default false,
  active boolean not null default true,
  options jsonb not null default '[]',
  position integer not null default 0,
  version integer not null default 1,
  primary key (account_id, id)
);
create unique index field_definitions_code on field_definitions (account_id, subject, lower(code));

-- ── Catalogue ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table products (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  handle text not null,
  code text not null,
  name text not null,
  description_html text not null default '',
  vendor text not null default '',
  product_type text not null default '',
  tags text[] not null default '{}',
  kind text not null default 'product' check (kind in ('product', 'bundle')),
  published boolean not null default true,
  tax_category text not null default 'standard',
  -- [{ "name": "Size", "values": ["S", "M"] }] in display order.
  options jsonb not null default '[]',
  -- Whether quantities of its variants add up to choose the price break.
  groups_breaks boolean not null default true,
  image_url text,
  -- What a person changed here since the last import, by field: an import keeps it.
  edited_fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, id)
);
create unique index products_handle on products (account_id, lower(handle)) where deleted_at is null;
create unique index products_code on products (account_id, lower(code)) where deleted_at is null;
create index products_listing on products (account_id, lower(name), id) where deleted_at is null;

create table product_images (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  url text not null,
  alt text not null default '',
  position integer not null,
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id)
);
create index product_images_product on product_images (account_id, product_id, position);

create table variants (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  version integer not null default 1,
  sku text not null,
  -- A SKU we made because the source had none; kept for good.
  sku_made boolean not null default false,
  -- The variant's identity in its product: its option values, in option order.
  option_values text[] not null default '{}',
  title text not null default '',
  barcode text not null default '',
  published boolean not null default true,
  weight_grams integer,
  ships boolean not null default true,
  tax_category text,
  image_url text,
  tracks_stock boolean not null default false,
  allows_backorder boolean not null default false,
  -- null: any quantity; 0: only the break quantities; n: steps of n from each break.
  quantity_increment integer,
  max_quantity integer,
  position integer not null default 0,
  -- Lower-cased product name, code, SKU, option values: written by the store, read by the search.
  search_text text not null default '',
  edited_fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id)
);
create index variants_product on variants (account_id, product_id, position);
create unique index variants_sku on variants (account_id, lower(sku)) where deleted_at is null;
create unique index variants_options on variants (account_id, product_id, option_values) where deleted_at is null;
create index variants_sku_prefix on variants (account_id, lower(sku) text_pattern_ops) where deleted_at is null;
create index variants_search on variants using gin (search_text gin_trgm_ops);

create table stock_levels (
  account_id uuid not null,
  variant_id uuid not null,
  -- Negative is kept: real catalogues have it.
  on_hand integer not null default 0,
  reserved integer not null default 0 check (reserved >= 0),
  primary key (account_id, variant_id),
  foreign key (account_id, variant_id) references variants (account_id, id)
);

create table price_rows (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  role_id uuid,
  currency text not null,
  quantity integer not null check (quantity > 0),
  extended_price numeric(20, 6) not null check (extended_price >= 0),
  valid_from date,
  valid_until date,
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id),
  foreign key (account_id, role_id) references customer_roles (account_id, id)
);
create index price_rows_product on price_rows (account_id, product_id, variant_id);
create index price_rows_variant on price_rows (account_id, variant_id);
create index price_rows_role on price_rows (account_id, role_id);
create unique index price_rows_identity on price_rows
  (account_id, product_id, variant_id, role_id, currency, quantity, valid_from, valid_until) nulls not distinct;

-- ── Tax and shipping tables of the account ────────────────────────────────────────────────────────────────────────
create table tax_rates (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  code text not null,
  name text not null,
  rate_ppm integer not null check (rate_ppm between 0 and 1000000),
  country text not null,
  -- '' reaches the whole country.
  region text not null default '',
  category text,
  on_shipping boolean not null default false,
  active boolean not null default true,
  primary key (account_id, id)
);
create index tax_rates_place on tax_rates (account_id, country, region);

create table shipping_zones (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  areas jsonb not null,
  position integer not null default 0,
  primary key (account_id, id)
);

create table shipping_rates (
  account_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  name text not null,
  transit text not null default '',
  terms jsonb not null,
  position integer not null default 0,
  active boolean not null default true,
  primary key (account_id, id),
  foreign key (account_id, zone_id) references shipping_zones (account_id, id)
);
create index shipping_rates_zone on shipping_rates (account_id, zone_id);

-- ── Orders ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table orders (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  number bigint,
  order_number text,
  stage text not null check (stage in ('cart', 'draft', 'estimate', 'saved_cart', 'pending', 'approval_declined', 'submitted', 'canceled')),
  version integer not null default 1,
  -- { "name": 7 }: the order version that last changed each header field or checkout fact.
  field_versions jsonb not null default '{}',
  customer_id uuid,
  company_id uuid,
  split_from_order_id uuid,
  name text not null default '',
  currency text not null,
  price_mode text not null,
  tax_rounding text not null,
  included_elsewhere text not null,
  po_number text not null default '',
  due_on date,
  note_customer text not null default '',
  note_internal text not null default '',
  owner_staff_id text,
  fields jsonb not null default '{}',
  billing_same_as_shipping boolean not null default true,
  billing_address jsonb,
  payment jsonb,
  -- { "shipping": { "inputs": {…}, "completedAt": "…" } }: what each step was completed with.
  checkout jsonb not null default '{}',
  -- The facts the calculator was given beside lines and shipments (tax rates by place, exemption), so a GET never prices.
  pricing_facts jsonb not null default '{}',
  -- The calculator's whole output for this version.
  pricing jsonb not null,
  -- What lists sort and filter by, taken from `pricing`.
  items_amount bigint not null default 0,
  discount_amount bigint not null default 0,
  shipping_amount bigint,
  tax_amount bigint,
  total_amount bigint not null default 0,
  open_parts text[] not null default '{}',
  item_count integer not null default 0,
  line_count integer not null default 0,
  -- The newest revision, kept here for the listing.
  estimate_revision integer,
  estimate_status text,
  valid_until date,
  search_text text not null default '',
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  deleted_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, customer_id) references customers (account_id, id),
  foreign key (account_id, company_id) references companies (account_id, id),
  foreign key (account_id, split_from_order_id) references orders (account_id, id),
  foreign key (owner_staff_id) references staff (id)
);
create index orders_customer on orders (account_id, customer_id);
create index orders_company on orders (account_id, company_id);
create index orders_split on orders (account_id, split_from_order_id) where split_from_order_id is not null;
create index orders_owner on orders (owner_staff_id);
create unique index orders_number on orders (account_id, number) where number is not null;
create unique index orders_order_number on orders (account_id, order_number) where order_number is not null;
create unique index orders_one_cart on orders (account_id, customer_id) where stage = 'cart' and deleted_at is null;
create index orders_updated on orders (account_id, stage, updated_at desc, id desc) where deleted_at is null;
create index orders_submitted on orders (account_id, submitted_at desc, id desc) where submitted_at is not null and deleted_at is null;
create index orders_search on orders using gin (search_text gin_trgm_ops);

create table order_lines (
  account_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  position bigint not null,
  kind text not null check (kind in ('catalog', 'custom', 'bundle', 'charge', 'credit')),
  parent_line_id uuid,
  product_id uuid,
  variant_id uuid,
  -- Snapshot: nothing in the catalogue can empty a document.
  name text not null,
  sku text not null default '',
  product_code text not null default '',
  options jsonb not null default '[]',
  image_url text,
  configuration jsonb not null default '{}',
  quantity integer not null check (quantity > 0),
  -- Typed unit price of a custom, charge or credit line.
  unit_price numeric(20, 6),
  -- { source, label, breaks: [{ quantity, extendedPrice }] } as it applied when the line was last priced; null: no price.
  price_table jsonb,
  break_group text,
  quantity_increment integer,
  max_quantity integer,
  upcharges jsonb not null default '[]',
  override_unit_price numeric(20, 6),
  override_reason text not null default '',
  override_by text,
  discount jsonb,
  optional boolean not null default false,
  chosen boolean not null default true,
  choice_group text,
  tax_category text not null default 'standard',
  ships boolean not null default true,
  weight_grams integer,
  note_customer text not null default '',
  note_internal text not null default '',
  -- { "quantity": 12 }: the order version that last changed each field.
  field_versions jsonb not null default '{}',
  primary key (account_id, order_id, id),
  foreign key (account_id, order_id) references orders (account_id, id),
  foreign key (account_id, order_id, parent_line_id) references order_lines (account_id, order_id, id) deferrable initially deferred,
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id)
);
create index order_lines_position on order_lines (account_id, order_id, position);
create index order_lines_parent on order_lines (account_id, order_id, parent_line_id) where parent_line_id is not null;
create index order_lines_product on order_lines (account_id, product_id);
create index order_lines_variant on order_lines (account_id, variant_id);

create table shipments (
  account_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  position integer not null default 0,
  kind text not null default 'ship' check (kind in ('ship', 'pickup')),
  address jsonb,
  -- A copy of the rate as chosen: { rateId, name, amount, terms }.
  method jsonb,
  -- The implicit shipment holds every line and has no shipment_lines.
  holds_all_lines boolean not null default true,
  field_versions jsonb not null default '{}',
  primary key (account_id, order_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);

create table shipment_lines (
  account_id uuid not null,
  order_id uuid not null,
  shipment_id uuid not null,
  line_id uuid not null,
  quantity integer not null check (quantity > 0),
  primary key (account_id, order_id, shipment_id, line_id),
  foreign key (account_id, order_id, shipment_id) references shipments (account_id, order_id, id),
  foreign key (account_id, order_id, line_id) references order_lines (account_id, order_id, id)
);
create index shipment_lines_line on shipment_lines (account_id, order_id, line_id);

create table order_discounts (
  account_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  position integer not null default 0,
  source text not null check (source in ('manual', 'code', 'automatic')),
  label text not null,
  value jsonb not null,
  reach text not null default 'items' check (reach in ('items', 'shipping', 'items_and_shipping')),
  primary key (account_id, order_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);

-- What was charged, written out once at submission from `orders.pricing`.
create table order_charges (
  account_id uuid not null,
  order_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('line', 'line_discount', 'order_discount', 'shipping', 'shipping_discount', 'tax')),
  line_id uuid,
  shipment_id uuid,
  code text not null default '',
  name text not null,
  rate_ppm integer,
  base_amount bigint,
  amount bigint not null,
  primary key (account_id, order_id, ordinal),
  foreign key (account_id, order_id) references orders (account_id, id)
);

create table stock_reservations (
  account_id uuid not null,
  order_id uuid not null,
  variant_id uuid not null,
  quantity integer not null check (quantity > 0),
  backordered integer not null default 0 check (backordered >= 0),
  created_at timestamptz not null,
  released_at timestamptz,
  primary key (account_id, order_id, variant_id),
  foreign key (account_id, order_id) references orders (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id)
);
create index stock_reservations_variant on stock_reservations (account_id, variant_id);

-- Gap-free order numbers of an account that has a format of its own; the row is locked while one is taken.
create table order_number_counters (
  account_id uuid not null references accounts (account_id),
  format text not null,
  last_number bigint not null default 0,
  primary key (account_id, format)
);

-- ── Estimates ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table estimate_revisions (
  account_id uuid not null,
  order_id uuid not null,
  revision integer not null check (revision > 0),
  status text not null check (status in ('open', 'changes_requested', 'accepted', 'accepted_in_part', 'declined', 'withdrawn', 'superseded')),
  -- RFC 8785 canonical JSON, kept as the very text that was hashed: never a jsonb, which would reorder it.
  content text not null,
  sha256 bytea not null,
  order_version integer not null,
  total_amount bigint not null,
  -- What the total leaves out, as in orders.open_parts.
  open_parts text[] not null default '{}',
  currency text not null,
  valid_until date not null,
  expires_at timestamptz not null,
  message text not null default '',
  issued_by text not null,
  issued_at timestamptz not null,
  -- Set by the first mail, copied or opened link, or fetched PDF; after that the revision never changes.
  released_at timestamptz,
  withdrawn_at timestamptz,
  primary key (account_id, order_id, revision),
  foreign key (account_id, order_id) references orders (account_id, id)
);

create table estimate_links (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  -- '' is the "copy link".
  recipient text not null default '',
  generation integer not null default 1,
  token_sha256 bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_viewed_at timestamptz,
  last_viewed_revision integer,
  view_count integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);
create unique index estimate_links_recipient on estimate_links (account_id, order_id, lower(recipient));

-- Facts with times about a revision (sent, viewed, downloaded …); statuses stay in estimate_revisions.
create table estimate_facts (
  account_id uuid not null,
  order_id uuid not null,
  revision integer not null,
  ordinal bigint generated always as identity,
  kind text not null check (kind in ('sent', 'delivered', 'bounced', 'viewed', 'downloaded', 'link_copied', 'converted')),
  link_id uuid,
  mail_id uuid,
  at timestamptz not null,
  primary key (account_id, order_id, revision, ordinal),
  foreign key (account_id, order_id, revision) references estimate_revisions (account_id, order_id, revision)
);

-- ── Events, idempotency, mail, files, imports ─────────────────────────────────────────────────────────────────────
-- Id of an event = subject id + version + index in the command. Orders are hash-chained under the order's lock.
create table events (
  account_id uuid not null references accounts (account_id),
  subject_id uuid not null,
  version integer not null,
  index integer not null,
  subject text not null check (subject in ('order', 'customer', 'company', 'product', 'settings', 'import')),
  type text not null,
  -- "staff:<id>", "api_key:<id>", "customer:<id>", "link:<id>" or "system", and the name as it was then.
  actor text not null,
  actor_name text not null,
  at timestamptz not null,
  data jsonb not null,
  -- Which command of the version undid this one, if any.
  undone_at_version integer,
  previous_hash bytea,
  hash bytea,
  primary key (account_id, subject_id, version, index)
);
create index events_at on events (account_id, at);

create table idempotency_keys (
  account_id uuid not null,
  actor text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  -- The answer up to 64 kB; larger ones are read again by resource and version.
  body text,
  resource text,
  resource_version integer,
  created_at timestamptz not null default now(),
  primary key (account_id, actor, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table mails (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  template text not null,
  order_id uuid,
  revision integer,
  recipients text[] not null,
  cc text[] not null default '{}',
  reply_to text,
  subject text not null,
  html text not null,
  text text not null,
  state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, order_id) references orders (account_id, id)
);
create index mails_order on mails (account_id, order_id);
create index mails_listing on mails (account_id, created_at desc, id desc);

create table files (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  sha256 bytea not null,
  bytes bigint not null,
  media_type text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);

create table imports (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  kind text not null,
  layout text not null,
  file_name text not null default '',
  state text not null check (state in ('running', 'done', 'failed')),
  rows_read integer not null default 0,
  products_created integer not null default 0,
  products_updated integer not null default 0,
  products_unchanged integer not null default 0,
  variants_created integer not null default 0,
  variants_updated integer not null default 0,
  variants_unchanged integer not null default 0,
  rows_refused integer not null default 0,
  error text,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, id)
);

create table import_notices (
  account_id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  -- 'refused': the row was not taken; 'kept': a value a person changed here since was left as it is.
  kind text not null check (kind in ('refused', 'kept')),
  row_number integer not null,
  column_name text not null default '',
  value text not null default '',
  reason text not null,
  primary key (account_id, import_id, ordinal),
  foreign key (account_id, import_id) references imports (account_id, id)
);
