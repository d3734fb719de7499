// Who gets which SKU: a variant keeps its own, the first row that names a free one gets it, any other row that names it is
// refused. Rows that only trade SKUs among themselves all get theirs.

import type { FormerSkus } from '../../catalog/queries/former-skus.ts';
import type { SkuOwner } from '../../catalog/queries/sku-owners.ts';
import type { VariantRecord } from '../../catalog/records.ts';
import type { Notice } from '../notice.ts';
import { type Heading, headingOf, optionValueColumns } from './columns.ts';
import { type FileOptions, valuesOf } from './options.ts';
import type { ParsedRow } from './parse-row.ts';
import type { FileProduct } from './plan-product.ts';
import { type Claim, variantOfRow } from './variant-of-row.ts';

export type NamedProduct = FileProduct & {
  readonly options: FileOptions;
  /** Variants of it that a person deleted. */
  readonly deleted: readonly VariantRecord[];
  readonly former: FormerSkus;
};

type Candidate = Omit<Claim, 'sku'> & {
  readonly row: ParsedRow;
  readonly heading: Heading;
  readonly handle: string;
  readonly values: readonly string[];
  readonly isSkuKept: boolean;
};

export type Claims = { readonly claimOf: ReadonlyMap<ParsedRow, Claim>; readonly notices: readonly Notice[] };

const refusal = (row: ParsedRow, column: string, value: string, reason: string): Notice => ({ kind: 'refused', row: row.row, column, value, reason });

/** By the heading of its column, which in a mapped file is the option itself. */
function optionHeading(heading: Heading, at: number, name: string): string {
  return heading.mapped === null ? headingOf(heading, optionValueColumns[at] ?? 'optionValue1') : (heading.mapped.options[at]?.name ?? name);
}

/**
 * Rows that can become variants. Those with an option left empty, or with the options of a row before, are refused; a variant that a
 * person deleted stays deleted, until it is overwritten.
 */
export function candidatesOf(
  products: readonly NamedProduct[],
  overwrite: boolean,
): { readonly candidates: readonly Candidate[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const candidates = products.flatMap(({ handle, heading, rows, here, options, deleted, former }): readonly Candidate[] => {
    if (here?.product.isDeleted === true && !overwrite) return [];
    const seen = new Map<string, number>();
    const { names, columns } = options;
    const isBareLeftOut = rows.some((row) => row.variant !== null && !row.isBare) || (here !== undefined && here.variants.length > 0);
    return rows.flatMap((row) => {
      if (row.variant === null || row.isRefused || (row.isBare && isBareLeftOut)) return [];
      const values = valuesOf(row, options);
      const wanted = { values, sku: row.variant.sku };
      const live = variantOfRow(here?.variants ?? [], wanted, former);
      const gone = live === undefined ? variantOfRow(deleted, wanted, former) : undefined;
      if (gone !== undefined && !overwrite) {
        const reason = 'the variant was deleted here';
        notices.push({ kind: 'kept', row: row.row, column: headingOf(heading, 'sku'), value: row.variant.sku || values.join(' · '), reason });
        return [];
      }
      const variant = live ?? gone;
      const empty = values.indexOf('');
      const isKept = variant?.editedFields.optionValues === true && !overwrite;
      if (empty !== -1 && !isKept) {
        notices.push(refusal(row, optionHeading(heading, columns[empty] ?? empty, names[empty] ?? ''), '', `is empty: ${names[empty]} of the variant`));
        return [];
      }
      const key = variant?.id ?? JSON.stringify(values);
      const twin = seen.get(key);
      if (twin !== undefined) {
        notices.push(
          refusal(row, optionHeading(heading, columns[0] ?? 0, names[0] ?? ''), values.join(' · '), `the product has these options already, in row ${twin}`),
        );
        return [];
      }
      seen.set(key, row.row);
      return [{ row, heading, here: variant, isBack: gone !== undefined, handle, values, isSkuKept: variant?.editedFields.sku === true && !overwrite }];
    });
  });
  return { candidates, notices };
}

/** Every SKU that has to be looked up before `claimSkus`. */
export function skusToLookUp(candidates: readonly Candidate[]): readonly string[] {
  const all = candidates.flatMap((candidate) => {
    const { row, here } = candidate;
    const sku = row.variant?.sku ?? '';
    return [...(sku === '' ? [] : [sku]), ...(here === undefined ? [] : [here.sku]), ...(sku === '' && here === undefined ? madeSkus(candidate) : [])];
  });
  return [...new Set(all)];
}

export function claimSkus(candidates: readonly Candidate[], owners: readonly SkuOwner[]): Claims {
  const keyOf = new Map(owners.map(({ asked, key }) => [asked, key]));
  const compare = (sku: string) => keyOf.get(sku) ?? sku.toLowerCase();
  const ownerOf = new Map(
    owners.flatMap(({ key, variantId, owner }) => (variantId === null ? [] : [[key, { id: variantId as unknown, name: owner ?? '' }] as const])),
  );
  const wantedOf = (candidate: Candidate) => (candidate.isSkuKept ? candidate.here?.sku : candidate.row.variant?.sku || candidate.here?.sku) ?? '';
  const named = candidates.filter((candidate) => wantedOf(candidate) !== '');
  const refused = new Map<Candidate, string>();
  let holders = new Map(ownerOf);
  // A row that is refused keeps the SKU it has, so what others were given may have to be taken back: again until it settles.
  for (let settled = false; !settled; ) {
    settled = true;
    holders = new Map(ownerOf);
    for (const candidate of named) {
      const { here } = candidate;
      if (here === undefined || refused.has(candidate) || compare(here.sku) === compare(wantedOf(candidate))) continue;
      if (holders.get(compare(here.sku))?.id === here.id) holders.delete(compare(here.sku));
    }
    for (const candidate of named) {
      if (refused.has(candidate)) continue;
      const key = compare(wantedOf(candidate));
      const holder = holders.get(key);
      const mine = candidate.here?.id ?? candidate;
      if (holder !== undefined && holder.id !== mine) {
        refused.set(candidate, holder.name);
        settled = false;
      } else holders.set(key, { id: mine, name: `row ${candidate.row.row}` });
    }
  }
  const claimed = ({ here, isBack }: Candidate, sku: string): Claim => ({ here, isBack, sku });
  const claimOf = new Map(
    named
      .filter((candidate) => !refused.has(candidate))
      .map((candidate) => [candidate.row, claimed(candidate, candidate.row.variant?.sku || wantedOf(candidate))]),
  );
  for (const candidate of candidates) {
    if (wantedOf(candidate) !== '') continue;
    const sku = madeSkus(candidate).find((made) => !holders.has(compare(made))) ?? `${madeSkus(candidate)[0]}-row-${candidate.row.row}`;
    holders.set(compare(sku), { id: candidate, name: '' });
    claimOf.set(candidate.row, claimed(candidate, sku));
  }
  const notices = [...refused].map(([{ row, heading }, name]) =>
    refusal(row, headingOf(heading, 'sku'), row.variant?.sku ?? '', `is the SKU of ${name} already`),
  );
  return { claimOf, notices };
}

/** SKUs to try for a variant that has none: handle and options, then numbered. */
function madeSkus({ handle, values }: Candidate): readonly string[] {
  const base = [handle, ...values]
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 240);
  return [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)];
}
