import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { type AvailabilityNotice, availabilityNotices, availabilityText } from '@backdesk/domain/estimate/availability.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

const Notices = createContext<ReadonlyMap<string, AvailabilityNotice>>(new Map());

type AvailabilityProps = {
  readonly lines: readonly EstimatePage['lines'][number][];
  readonly now: EstimatePage['availability'];
  readonly leftOut: ReadonlySet<string>;
};

/** What is short or no longer sold of the lines as they are chosen now: it moves with the choice. */
export function useAvailability({ lines, now, leftOut }: AvailabilityProps): readonly AvailabilityNotice[] {
  return useMemo(
    () =>
      now.length === 0
        ? []
        : availabilityNotices(
            lines.filter(({ id, parentLineId }) => !leftOut.has(parentLineId ?? id)),
            now,
          ),
    [lines, now, leftOut],
  );
}

export function AvailabilityProvider({ notices, children }: { readonly notices: readonly AvailabilityNotice[]; readonly children: ReactNode }) {
  return <Notices value={useMemo(() => new Map(notices.map((notice) => [notice.lineId, notice])), [notices])}>{children}</Notices>;
}

/** "Only 38 in stock now, 100 more from Dec 3; the rest follows"; undefined while there is enough. */
export function useLineAvailability(): (lineId: string) => string | undefined {
  const format = useFormat();
  const notices = useContext(Notices);
  return (lineId) => {
    const notice = notices.get(lineId);
    return notice === undefined ? undefined : availabilityText(notice, { quantity: format.number, day: format.date });
  };
}
