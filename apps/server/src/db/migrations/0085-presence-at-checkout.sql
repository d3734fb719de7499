-- A customer who is about to order what staff have open: staff see it, and are asked before they change it.
alter table order_presence add column at_checkout boolean not null default false;
