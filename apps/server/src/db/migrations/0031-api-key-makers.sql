-- Whose key it is: it works while they are an active member, and never does more than they may. Keys made at the command line
-- belong to nobody and stay. Decision record 0025.
alter table api_keys add column staff_id text references staff (id), add column expires_at timestamptz;
create index api_keys_staff on api_keys (staff_id);

-- A key made with a key belongs to whoever made the first.
with recursive made (account_id, id, staff_id) as (
  select k.account_id, k.id, s.id from api_keys k join staff s on k.created_by = 'staff:' || s.id
  union
  select k.account_id, k.id, m.staff_id from api_keys k join made m on m.account_id = k.account_id and k.created_by = 'api_key:' || m.id
)
update api_keys k set staff_id = made.staff_id from made where made.account_id = k.account_id and made.id = k.id;
