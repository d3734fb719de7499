import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { texts } from './texts.ts';

export type AskedOf = readonly { readonly lineId: string; readonly text: string }[];

type UndeliverableProps = {
  readonly estimate: EstimatePage;
  readonly lineIds: readonly string[];
  /** The answer was refused for it just now. */
  readonly isNew?: boolean;
  readonly onAsk: (comments: AskedOf) => void;
};

/** Some of it cannot be delivered, and the shop then makes another offer: what that means, and the request for it as good as written. */
export function UndeliverableNotice({ estimate, lineIds, isNew = false, onAsk }: UndeliverableProps) {
  const lines = lineIds.flatMap((id) => estimate.lines.find((line) => line.id === id) ?? []);
  const names = lines.map(({ name, options }) => [name, ...options.map(({ value }) => value)].join(' · '));
  const mayLeaveOut = estimate.mayAcceptInPart || lines.every(({ optional }) => optional);
  return (
    <InlineNotice
      tone="warn"
      title={texts.undeliverable.title(names.length)}
      {...(isNew && { live: 'alert' as const })}
      actions={
        <Button size="small" onClick={() => onAsk(lineIds.map((lineId) => ({ lineId, text: texts.undeliverable.ask })))}>
          {texts.undeliverable.toAsk}
        </Button>
      }
    >
      <bdi>{texts.undeliverable.body(names, mayLeaveOut)}</bdi>
    </InlineNotice>
  );
}
