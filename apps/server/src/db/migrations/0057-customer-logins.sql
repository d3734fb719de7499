-- The site's customers: who may sign in when, their logins (better-auth keeps its rows in the four tables, each under its
-- account), links by mail, and the carts of guests.
alter table accounts
  add column site_sign_in text not null default 'optional' check (site_sign_in in ('guest_only', 'optional', 'checkout', 'prices', 'all_pages')),
  add column site_registration text not null default 'automatic' check (site_registration in ('automatic', 'approval', 'none'));

-- A login exists only once its e-mail address was proven, and points at one customer.
create table customer_logins (
  account_id uuid not null references accounts (account_id),
  id text not null,
  customer_id uuid not null,
  email text not null,
  email_verified boolean not null default true,
  name text not null,
  image text,
  -- null: waits for staff to approve the registration.
  approved_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, customer_id) references customers (account_id, id)
);
create unique index customer_logins_email on customer_logins (account_id, lower(email));
create unique index customer_logins_customer on customer_logins (account_id, customer_id);

create table customer_sessions (
  account_id uuid not null,
  id text not null,
  login_id text not null,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, login_id) references customer_logins (account_id, id) on delete cascade
);
create index customer_sessions_login on customer_sessions (account_id, login_id);

create table customer_credentials (
  account_id uuid not null,
  id text not null,
  login_id text not null,
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
  primary key (account_id, id),
  foreign key (account_id, login_id) references customer_logins (account_id, id) on delete cascade
);
create index customer_credentials_login on customer_credentials (account_id, login_id);
create unique index customer_credentials_subject on customer_credentials (account_id, provider_id, provider_subject);

create table customer_verifications (
  account_id uuid not null references accounts (account_id),
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account_id, id)
);

-- Links by which somebody proves an address and sets a password: to register, by invitation of staff, or after forgetting it.
create table customer_links (
  account_id uuid not null references accounts (account_id),
  token_sha256 bytea not null,
  purpose text not null check (purpose in ('register', 'invite', 'reset')),
  email text not null,
  -- What was typed to register; who is invited has it already.
  name text not null default '',
  company text not null default '',
  phone text not null default '',
  customer_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (account_id, token_sha256),
  foreign key (account_id, customer_id) references customers (account_id, id)
);
create index customer_links_email on customer_links (account_id, lower(email), purpose);
create index customer_links_customer on customer_links (account_id, customer_id);

-- A guest is a signed cookie; here is the cart it holds, and who it said it is at checkout.
create table guest_carts (
  account_id uuid not null,
  guest_id uuid not null,
  order_id uuid not null,
  contact jsonb,
  contact_customer_id uuid,
  created_at timestamptz not null,
  primary key (account_id, guest_id),
  foreign key (account_id, order_id) references orders (account_id, id),
  foreign key (account_id, contact_customer_id) references customers (account_id, id)
);
create index guest_carts_order on guest_carts (account_id, order_id);
create index guest_carts_contact on guest_carts (account_id, contact_customer_id);
