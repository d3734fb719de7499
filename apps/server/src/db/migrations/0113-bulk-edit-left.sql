-- An undo may put back some of a product and leave some: that was told only where nothing was put back.
alter table bulk_edit_products add column is_left boolean not null default false;
update bulk_edit_products set is_left = true where version is null;
