-- A section is a heading between lines: a line of its own kind, with its title as the name, so that it is moved, renamed and undone as lines are.
alter table order_lines drop constraint order_lines_kind_check,
  add constraint order_lines_kind_check check (kind in ('catalog', 'custom', 'bundle', 'charge', 'credit', 'section'));
