-- The unit in which a variant is sold and how many pieces are in one ("case" of 12): quantity, price, weight and stock count units
-- of it. null: by the piece. Lines print it with the options of their variant.

alter table variants add column unit jsonb check (
  jsonb_typeof(unit) = 'object' and length(unit ->> 'name') between 1 and 30 and (unit ->> 'pieces')::integer between 1 and 1000000);
