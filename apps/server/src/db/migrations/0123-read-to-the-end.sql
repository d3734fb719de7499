-- That the end of an estimate's lines was on the screen of whoever holds a link, once for each revision: part of what happened before an answer.
alter table estimate_facts
  drop constraint estimate_facts_kind_check,
  add constraint estimate_facts_kind_check check (kind in (
    'sent', 'delivered', 'bounced', 'viewed', 'read', 'downloaded', 'link_copied', 'converted', 'reminded_not_viewed', 'reminded_expiring'));
create unique index estimate_facts_read on estimate_facts (account_id, order_id, revision, link_id) where kind = 'read';
