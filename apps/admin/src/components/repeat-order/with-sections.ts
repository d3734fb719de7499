import type { OrderLine } from '@backdesk/contract/order/lines.ts';

/** Ids of the lines that come along, in the order of the document, each section before them that has one of them in it. */
export function withSections(lines: readonly Pick<OrderLine, 'id' | 'kind'>[], taken: readonly Pick<OrderLine, 'id'>[]): string[] {
  const coming = new Set(taken.map(({ id }) => id));
  const ids: string[] = [];
  let section: string | null = null;
  for (const { id, kind } of lines) {
    if (kind === 'section') section = id;
    if (!coming.has(id)) continue;
    if (section !== null) ids.push(section);
    section = null;
    ids.push(id);
  }
  return ids;
}
