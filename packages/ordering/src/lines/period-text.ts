import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

type Days = { readonly validFrom?: string | null | undefined; readonly validUntil?: string | null | undefined };

/** The days on which a price holds: "Dec 1 – Dec 24", "from Dec 1", "until Dec 24"; empty for one that holds without days. */
export function periodText({ validFrom = null, validUntil = null }: Days, format: Pick<Format, 'shortDate'>): string {
  if (validFrom === null) return validUntil === null ? '' : t.untilDay(format.shortDate(validUntil));
  return validUntil === null ? t.fromDay(format.shortDate(validFrom)) : t.betweenDays(format.shortDate(validFrom), format.shortDate(validUntil));
}
