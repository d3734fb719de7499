-- What an account writes itself in the mails to its customers. A mail without a row says what it says as it comes.
create table mail_templates (
  account_id uuid not null references accounts (account_id),
  name text not null,
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (account_id, name)
);
