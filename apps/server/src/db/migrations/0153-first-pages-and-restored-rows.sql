-- PDFs whose first page is still to be drawn, by a job: those that were sent before pages were drawn, and any that was not drawn in time when
-- it came. What we drew ourselves (papers and certificates of estimates) needs none.
create table page_wants (
  account_id uuid not null,
  file_id uuid not null,
  tries integer not null default 0,
  -- Not before.
  next_at timestamptz not null,
  primary key (account_id, file_id),
  foreign key (account_id, file_id) references files (account_id, id) on delete cascade
);
create index page_wants_due on page_wants (account_id, next_at);
insert into page_wants (account_id, file_id, next_at)
select f.account_id, f.id, f.created_at from files f
where f.media_type = 'application/pdf' and f.width is null
  and not exists (select from file_uses u where u.account_id = f.account_id and u.file_id = f.id and u.noun = 'evidence')
  and not exists (select from estimate_documents d where d.account_id = f.account_id and d.file_id = f.id);

-- A file that overwrites brings back what a person deleted here, and its import says so.
alter table import_notices drop constraint import_notices_kind_check;
alter table import_notices add constraint import_notices_kind_check check (kind in ('refused', 'kept', 'restored', 'created', 'updated', 'unchanged'));
