-- What an estimate says of who sells beside the account's name and address, the terms under it, and how it looks. Apart from the account,
-- which every request reads. No row: nothing was entered yet.
create table letterheads (
  account_id uuid primary key references accounts (account_id),
  legal_name text not null default '',
  tax_id text not null default '',
  phone text not null default '',
  email text not null default '',
  terms text not null default '',
  -- Whether the PDF shows the pictures of its lines.
  pictures boolean not null default false,
  logo_file_id uuid,
  foreign key (account_id, logo_file_id) references files (account_id, id)
);
create index letterheads_logo on letterheads (account_id, logo_file_id);

-- A logo is shown to everybody who gets an estimate: used by the account itself.
alter table file_uses drop constraint file_uses_noun_check;
alter table file_uses add constraint file_uses_noun_check check (noun in ('order', 'product', 'evidence', 'account'));
