-- What a piece of a variant costs, without tax, in the currency it was entered in; null: not known.
alter table variants add column cost numeric(20,6) check (cost >= 0);
alter table variants add column cost_currency text check ((cost_currency is null) = (cost is null));

-- As it was when the line was last read from the catalogue.
alter table order_lines add column cost numeric(20,6);

-- Which part of a price must be earned at least, in parts per million: who may not go below it is refused. 0: not less than it costs.
alter table accounts add column least_margin_ppm integer not null default 0 check (least_margin_ppm between 0 and 990000);
