-- Custom fields: who sees them, which one is built in, and which write changed what (decision record 0013).
alter table field_definitions
  add column shown_on_orders boolean not null default false,
  add column built_in boolean not null default false,
  add column field_versions jsonb not null default '{}';
create index field_definitions_listing on field_definitions (account_id, subject, position, id);

-- Every account has the order field PO Number, however the account was made.
create function add_po_number_field() returns trigger language plpgsql as $$
begin
  insert into field_definitions (account_id, id, subject, code, label, help, type, active, position, shown_on_orders, built_in)
  values (new.account_id, gen_random_uuid(), 'order', 'po_number', 'PO Number', 'The customer''s own number for this order', 'text', false, 0, true, true);
  return null;
end $$;
create trigger accounts_po_number after insert on accounts for each row execute function add_po_number_field();

insert into field_definitions (account_id, id, subject, code, label, help, type, active, position, shown_on_orders, built_in)
select account_id, gen_random_uuid(), 'order', 'po_number', 'PO Number', 'The customer''s own number for this order', 'text', false, 0, true, true
from accounts
on conflict (account_id, subject, lower(code)) do update set built_in = true;
