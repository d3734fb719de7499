-- The required custom fields that no column of a customer file fills, as they were when it was started: code and label of each.
alter table imports add column unfilled_fields jsonb not null default '[]';
