-- What an estimate's link was before it was revoked: its address says for good that it was ended. The link itself may be opened anew,
-- under the next generation; until then its `revoked_at` stands.
create table ended_estimate_links (
  account_id uuid not null,
  link_id uuid not null,
  generation integer not null,
  token_sha256 bytea not null unique,
  revoked_at timestamptz not null,
  -- As in events: "staff:<id>", and the name as it was then.
  revoked_by text not null,
  revoked_by_name text not null,
  primary key (account_id, link_id, generation),
  foreign key (account_id, link_id) references estimate_links (account_id, id)
);
-- Links of before could only be ended by hand; their generation was not raised.
insert into ended_estimate_links (account_id, link_id, generation, token_sha256, revoked_at, revoked_by, revoked_by_name)
  select account_id, id, generation, token_sha256, revoked_at, 'system', 'Backdesk' from estimate_links where revoked_at is not null;
update estimate_links set generation = generation + 1 where revoked_at is not null;
