-- When the next stock comes, and how much: told at a line that is short.
alter table stock_levels
  add column incoming_quantity integer check (incoming_quantity > 0),
  add column incoming_on date,
  add constraint stock_levels_incoming_whole check ((incoming_quantity is null) = (incoming_on is null));
