-- An estimate that was extended is drawn anew with its new day (decision record 0056); the paper of before stays known by its bytes.
alter table estimate_documents add column valid_until date;
update estimate_documents d set valid_until = (r.content::jsonb ->> 'validUntil')::date
  from estimate_revisions r where r.account_id = d.account_id and r.order_id = d.order_id and r.revision = d.revision;
alter table estimate_documents alter column valid_until set not null,
  drop constraint estimate_documents_pkey, add primary key (account_id, order_id, revision, valid_until);
