-- What divides the cells of an imported file. The list of refused rows is written with it: where semicolons divide, commas are decimal signs,
-- and a mended "9,50" between commas would be refused again.
alter table imports add column delimiter text not null default ',' check (delimiter in (',', ';', E'\t'));
