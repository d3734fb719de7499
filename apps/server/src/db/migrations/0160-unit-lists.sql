-- The units that an account sells by, in the order in which they are offered: [{ name, pieces, active }]. Apart from the account, which every
-- request reads. No row: nobody changed the list it starts with.
create table unit_lists (
  account_id uuid primary key references accounts (account_id),
  units jsonb not null check (jsonb_typeof(units) = 'array')
);
