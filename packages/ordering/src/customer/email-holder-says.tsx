import type { EmailHolder } from '@backdesk/contract/customer/schema.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ReactNode } from 'react';
import { t } from './texts.ts';

export type Holder = NonNullable<EmailHolder>;

/** Below the e-mail address: who has it, or had it until they were deleted, and the ways on. */
export function EmailHolderSays({ holder, children }: { holder: Holder; children: ReactNode }) {
  const { ago } = useFormat();
  return (
    <InlineNotice tone={holder.deletedAt === null ? 'warn' : 'info'} live="status" actions={children}>
      {holder.deletedAt === null ? t.holds(holder.name) : t.held(holder.name, ago(holder.deletedAt))}
    </InlineNotice>
  );
}
