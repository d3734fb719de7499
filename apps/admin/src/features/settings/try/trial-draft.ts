import { regionOfPostcode } from '@backdesk/domain/address/check-address.ts';
import { decimalToMinor } from '@backdesk/ui/format/money.ts';
import type { api } from '../../../lib/api.ts';

// What the form holds, and the request it makes: amounts as the decimal text a person edits, minor units only at the edge.

export type TrialKind = 'articles' | 'order' | 'figures';
export type Article = { readonly key: string; readonly sku: string; readonly quantity: number | null };
export type TrialDraft = {
  readonly kind: TrialKind;
  readonly articles: readonly Article[];
  readonly number: number | null;
  readonly items: string | null;
  readonly weightGrams: number | null;
  readonly taxCategory: string;
  readonly exempt: boolean;
  readonly country: string;
  readonly region: string;
  /** A region that a person chose stays, whatever the postcode says. */
  readonly isRegionChosen: boolean;
  readonly postcode: string;
};

export type TrialRequest = Parameters<typeof api.tryPricing>[0]['body'];

export function newArticle(key: string): Article {
  return { key, sku: '', quantity: 1 };
}

export function newTrial(country: string): TrialDraft {
  return {
    kind: 'articles',
    articles: [newArticle('1')],
    number: null,
    items: null,
    weightGrams: null,
    taxCategory: '',
    exempt: false,
    country,
    region: '',
    isRegionChosen: false,
    postcode: '',
  };
}

/** The draft with another postcode, and with the region it lies in where there is only one and nobody chose another. */
export function withPostcode(draft: TrialDraft, postcode: string): Partial<TrialDraft> {
  return draft.isRegionChosen ? { postcode } : { postcode, region: regionOfPostcode(draft.country, postcode) ?? '' };
}

/** The request of a form; null while the cart is not said. Rows without a SKU are none. */
export function trialRequest(draft: TrialDraft, digits: number): TrialRequest | null {
  const place = { country: draft.country, region: draft.region.trim(), postcode: draft.postcode.trim() };
  switch (draft.kind) {
    case 'articles': {
      const articles = draft.articles.flatMap(({ sku, quantity }) => (sku.trim() === '' ? [] : [{ sku: sku.trim(), quantity: quantity ?? 1 }]));
      return articles.length === 0 ? null : { place, articles, exempt: draft.exempt };
    }
    case 'order':
      return draft.number === null ? null : { place, orderNumber: draft.number };
    case 'figures': {
      const itemsAmount = decimalToMinor(draft.items ?? '', digits);
      if (itemsAmount === undefined) return null;
      const taxCategory = draft.taxCategory.trim();
      const cart = { itemsAmount, weightGrams: draft.weightGrams ?? 0, ...(taxCategory !== '' && { taxCategory }) };
      return { place, cart, exempt: draft.exempt };
    }
  }
}
