-- Whether what is ordered on the site waits until someone on the desk approves it. Rules by amount or customer come later.
alter table accounts add column site_orders_wait boolean not null default false;
