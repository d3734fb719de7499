// The parts of a bundle stand beneath it as lines of their own, so many for each bundle. As charges they are never kept up by a command:
// after any change of the lines this says which there are. Decision record 0047.
import { type LinePart, type PartOwn, partIn } from '../catalog/parts.ts';
import { derivedId } from '../core/derived-id.ts';
import { largestQuantity } from '../pricing/bounds.ts';
import type { LineKind } from '../pricing/types.ts';

export type BundledLine = PartOwn & {
  readonly id: string;
  readonly kind: LineKind;
  readonly parentLineId: string | null;
  readonly quantity: number;
  readonly optional: boolean;
  readonly chosen: boolean;
  /** Of a bundle: what it is made of. */
  readonly parts: readonly LinePart[];
  /** Of the line of a part: which part of its bundle it is. */
  readonly partId: string | null;
};

export type MakePart<Line> = (id: string, part: LinePart, bundle: Line) => Line;

function settled<Line extends BundledLine>(line: Line, part: LinePart, bundle: Line): Line {
  // More than a line can hold is held at the first quantity that is refused: the line says so.
  const quantity = Math.min(bundle.quantity * part.quantity, largestQuantity + 1);
  const own = partIn(line, part.pricing);
  const isSame = own.quantity === quantity && own.optional === bundle.optional && own.chosen === bundle.chosen;
  return isSame ? own : { ...own, quantity, optional: bundle.optional, chosen: bundle.chosen };
}

/**
 * The lines with the parts that their bundles hold, each beneath its bundle in the order of the definition; parts of a bundle that is gone
 * are gone. Lines that stay as they were stay the same objects, and the same list when nothing changes.
 */
export function settleParts<Line extends BundledLine>(lines: readonly Line[], make: MakePart<Line>): readonly Line[] {
  if (!lines.some(({ parts, partId }) => parts.length > 0 || partId !== null)) return lines;
  const place = (bundleId: string | null, partId: string) => `${bundleId} ${partId}`;
  const present = new Map(lines.flatMap((line) => (line.partId === null ? [] : [[place(line.parentLineId, line.partId), line] as const])));
  const next = lines.flatMap((line) => {
    if (line.partId !== null) return [];
    const below = line.parts.map((part) => {
      const known = present.get(place(line.id, part.id));
      return settled(known ?? make(derivedId(line.id, part.id), part, line), part, line);
    });
    return [line, ...below];
  });
  return next.length === lines.length && next.every((line, at) => line === lines[at]) ? lines : next;
}
