-- Reminders of an estimate that nobody opened: so many days after it was sent, so many before it expires; null: none is sent.
alter table accounts
  add column remind_after_days integer check (remind_after_days between 1 and 60),
  add column remind_before_days integer check (remind_before_days between 1 and 60);

alter table estimate_facts
  drop constraint estimate_facts_kind_check,
  add constraint estimate_facts_kind_check check (kind in (
    'sent', 'delivered', 'bounced', 'viewed', 'downloaded', 'link_copied', 'converted', 'reminded_not_viewed', 'reminded_expiring'));
