-- Mail that is held for some seconds, so that sending it can be undone; that goes to each person apart, under the heads of the
-- whole round; and that carries the document of its estimate.
alter table mails
  drop constraint mails_state_check,
  add constraint mails_state_check check (state in ('queued', 'kept', 'sent', 'failed', 'canceled')),
  add column held_until timestamptz,
  -- What the heads say where a mail to one person is one of several; null: its recipients and copies.
  add column header_to text[],
  add column header_cc text[],
  add column attaches_document boolean not null default false;
create index mails_held on mails (account_id, order_id) where state = 'queued' and held_until is not null;
