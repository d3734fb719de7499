// What a person answered and wrote at the parts of a bundle: it comes along when the bundle is entered once more, by a copy, a template or
// a duplicate. Pure.
import type { SaidAtPart } from '@backdesk/contract/order/requests.ts';
import { namedFiles } from '@backdesk/domain/catalog/configuration.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import { offeredAnswers } from './offered-answers.ts';
import type { LineRecord } from './order-record.ts';

/** As a request says it, by the variant of each part; of what nobody said anything there is nothing. */
export function saidAtParts(lines: readonly LineRecord[], bundle: Pick<LineRecord, 'id' | 'parts'>): SaidAtPart[] {
  if (bundle.parts.length === 0) return [];
  return lines.flatMap(({ parentLineId, partId, variantId, configuration, noteCustomer, noteInternal }) => {
    if (parentLineId !== bundle.id || partId === null || variantId === null) return [];
    return withWords({ variantId, configuration: { ...configuration }, noteCustomer, noteInternal });
  });
}

/** What says nothing is left away: it would keep an equal bundle apart for nothing. */
function withWords(said: SaidAtPart): SaidAtPart[] {
  const { configuration = {}, noteCustomer = '', noteInternal = '' } = said;
  return Object.keys(configuration).length > 0 || noteCustomer !== '' || noteInternal !== '' ? [said] : [];
}

/** The same for another's eyes: what staff wrote for themselves stays where they wrote it. */
export const withoutInternal = (said: readonly SaidAtPart[]): SaidAtPart[] => said.flatMap(({ noteInternal: _, ...part }) => withWords(part));

/** The variants that a bundle is made of as the catalogue has it, by their id; none for what is no bundle. */
export function variantsOfParts(snapshot: LineSnapshot | undefined): ReadonlyMap<string, LineSnapshot> {
  return new Map((snapshot?.bundle?.parts ?? []).flatMap((part) => (part.snapshot === undefined ? [] : [[part.variantId, part.snapshot] as const])));
}

/** The files that the answers at parts name. */
export function filesAtParts(snapshot: LineSnapshot | undefined, said: readonly SaidAtPart[]): readonly string[] {
  const variants = variantsOfParts(snapshot);
  return said.flatMap(({ variantId, configuration = {} }) => namedFiles(variants.get(variantId)?.configurationOptions ?? [], configuration));
}

/** Of what was said that which the bundle of today has a place for, and whether something is left out. */
export function offeredAtParts(
  snapshot: LineSnapshot,
  said: readonly SaidAtPart[],
  files: readonly FileFacts[],
): { readonly parts: SaidAtPart[]; readonly isLess: boolean } {
  const variants = variantsOfParts(snapshot);
  let isLess = false;
  const parts = said.flatMap((part) => {
    const variant = variants.get(part.variantId);
    const offered = variant === undefined ? undefined : offeredAnswers(variant.configurationOptions, part.configuration ?? {}, files);
    isLess ||= offered === undefined || offered.isLess;
    return offered === undefined ? [] : withWords({ ...part, configuration: offered.configuration });
  });
  return { parts, isLess };
}
