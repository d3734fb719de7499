// What the store changed in a cart, in sentences: somebody about to order should not have to find out. Pure.
import type { Order, OrderLine } from '@backdesk/contract/order/schema.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** At most so many lines are said one by one. */
const mostSaid = 5;

type SeenLine = Pick<OrderLine, 'id' | 'parentLineId' | 'kind' | 'name' | 'quantity' | 'total' | 'noteCustomer' | 'chosen' | 'answers'>;
type Seen = { readonly lines: readonly SeenLine[]; readonly totals: Pick<Order['totals'], 'total'> };

export function cartChanges(before: Seen, after: Seen, format: Pick<Format, 'number' | 'money'>): readonly string[] {
  const [was, is] = [byId(before.lines), byId(after.lines)];
  const said = [
    ...after.lines.flatMap((line) => {
      const known = was.get(line.id);
      return line.parentLineId !== null || line.kind === 'section'
        ? []
        : known === undefined
          ? [t.added(format.number(line.quantity), line.name)]
          : changesOf(known, line, format);
    }),
    ...before.lines.flatMap((line) => (line.parentLineId === null && line.kind !== 'section' && !is.has(line.id) ? [t.removed(line.name)] : [])),
  ];
  const rest = said.length - mostSaid;
  const [from, to] = [before.totals.total, after.totals.total];
  return [
    ...(rest > 0 ? [...said.slice(0, mostSaid), t.more(rest)] : said),
    ...(from.amount === to.amount ? [] : [t.total(format.money(from), format.money(to))]),
  ];
}

function changesOf(before: SeenLine, after: SeenLine, format: Pick<Format, 'number' | 'money'>): readonly string[] {
  if (before.quantity !== after.quantity) return [t.quantity(after.name, format.number(before.quantity), format.number(after.quantity))];
  if (before.total.amount !== after.total.amount) return [t.price(after.name, format.money(before.total), format.money(after.total))];
  if (before.noteCustomer !== after.noteCustomer || before.name !== after.name || before.chosen !== after.chosen) return [t.changed(after.name)];
  return JSON.stringify(before.answers) === JSON.stringify(after.answers) ? [] : [t.changed(after.name)];
}

const byId = (lines: readonly SeenLine[]) => new Map(lines.map((line) => [line.id, line]));
