-- Every save of an order moved `updated_at`, an indexed column: PostgreSQL then writes the row anew into all its indexes, the
-- trigram one too. When an order was last touched therefore has a narrow row of its own; the update of the order itself stays in
-- its page (HOT) and touches no index. Only orders that are not deleted have a row here.
create table order_activity (
  account_id uuid not null,
  order_id uuid not null,
  stage text not null,
  updated_at timestamptz not null,
  primary key (account_id, order_id),
  foreign key (account_id, order_id) references orders (account_id, id)
) with (fillfactor = 80);
insert into order_activity (account_id, order_id, stage, updated_at)
  select account_id, id, stage, updated_at from orders where deleted_at is null order by account_id, id;
create index order_activity_listing on order_activity (account_id, stage, updated_at desc, order_id desc);

drop index orders_updated;
-- Only the reprice job asks for the orders of a stage now, and the count by stage: both read order_activity's index.
alter table orders set (fillfactor = 60, toast_tuple_target = 512);

-- The priced content is written and read whole and never looked into by SQL: as json it is kept as it came, without being taken
-- apart at each write and put together at each read.
alter table orders alter column pricing type json using pricing::json;

-- The primary key begins with the same two columns; the lines of one order are sorted as they are read.
drop index order_lines_position;
