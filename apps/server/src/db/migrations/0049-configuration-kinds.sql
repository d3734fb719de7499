-- Numbers, days, boxes and files beside choices and texts; options asked only when another one is answered so; upcharges as a part of the
-- price and by quantity.
alter table configuration_options drop constraint configuration_options_kind_check;
alter table configuration_options
  add constraint configuration_options_kind_check check (kind in ('choice', 'text', 'number', 'date', 'checkbox', 'file')),
  -- Asked only while this option has this answer: the id of a value, or `yes`.
  add column only_when_option_id uuid,
  add column only_when_value text,
  -- Texts: what they must look like; '' for any.
  add column pattern text not null default '',
  -- Numbers.
  add column minimum numeric(20, 6),
  add column maximum numeric(20, 6),
  add column step numeric(20, 6) check (step > 0),
  -- Files.
  add column file_kinds text[] not null default '{}',
  add column largest_bytes bigint check (largest_bytes > 0),
  -- Parts per million of the price; [{ quantity, perPiece }], ascending.
  add column upcharge_ppm integer not null default 0 check (upcharge_ppm >= 0),
  add column upcharge_breaks jsonb not null default '[]',
  add foreign key (account_id, only_when_option_id) references configuration_options (account_id, id),
  add constraint configuration_options_condition_whole check ((only_when_option_id is null) = (only_when_value is null)),
  add constraint configuration_options_file_whole check ((kind = 'file') = (largest_bytes is not null));
create index configuration_options_only_when on configuration_options (account_id, only_when_option_id);

alter table configuration_values
  add column upcharge_ppm integer not null default 0 check (upcharge_ppm >= 0),
  add column upcharge_breaks jsonb not null default '[]';
