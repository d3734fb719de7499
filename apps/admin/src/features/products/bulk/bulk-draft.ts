import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import type { t } from './texts.ts';

export type BulkKind = keyof typeof t.kinds;
export type BulkDraft = { readonly kind: BulkKind; readonly percent: number | null; readonly categoryId: string };

/** What the form asks for; null: it is not filled in yet. */
export function changeOf({ kind, percent, categoryId }: BulkDraft): BulkChange | null {
  switch (kind) {
    case 'publish':
    case 'hide':
      return { kind: 'publication', published: kind === 'publish' };
    case 'into':
    case 'out':
      return categoryId === '' ? null : { kind: 'category', categoryId, isIn: kind === 'into' };
    default: {
      const ppm = Math.round((percent ?? 0) * 10_000);
      return ppm === 0 ? null : { kind: 'list_prices', ppm };
    }
  }
}
