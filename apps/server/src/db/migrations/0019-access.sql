-- Staff by invitation, forgotten passwords, who was last here when, and one counter for all that is limited.
-- Decision record 0018.

create table invitations (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  -- In lower case.
  email text not null,
  roles text[] not null,
  -- The token itself stands only in the mail.
  token_sha256 bytea not null unique,
  invited_by text not null,
  invited_by_name text not null,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, id)
);
-- One open invitation for an address: inviting again replaces it.
create unique index invitations_open on invitations (account_id, email) where accepted_at is null and revoked_at is null;

-- Of the installation, as staff are. Deleting the row is using it, so of a hundred at once one wins.
create table staff_password_resets (
  token_sha256 bytea primary key,
  staff_id text not null references staff (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index staff_password_resets_staff on staff_password_resets (staff_id);

alter table staff_sessions add column last_seen_at timestamptz;
-- In this account: what a person does in another is nobody's business here.
alter table memberships add column last_seen_at timestamptz;

-- What in the mail opens something (a link's token): it leaves the kept copy when the mail was sent.
alter table mails add column secret text;

alter table sign_in_attempts rename to attempts;
alter index sign_in_attempts_resets rename to attempts_resets;
