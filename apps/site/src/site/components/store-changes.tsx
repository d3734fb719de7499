import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import type { LiveCart } from '../lib/live.ts';
import { useSession } from '../lib/session.tsx';
import { t } from './texts.ts';

/** What the store changed while somebody looked, until they have read it; else that it has the cart open. */
export function StoreChanges({ live: { changes, dismiss, isStoreHere } }: { live: LiveCart }) {
  const { account } = useSession();
  if (changes.length === 0) return isStoreHere ? <p className="small soft">{t.storeIsHere(account.name)}</p> : null;
  return (
    <InlineNotice
      tone="warn"
      live="status"
      title={t.storeChanged(account.name)}
      actions={
        <Button size="small" onClick={dismiss}>
          {t.seen()}
        </Button>
      }
    >
      <ul>
        {changes.map((change) => (
          <li key={change} dir="auto">
            {change}
          </li>
        ))}
      </ul>
    </InlineNotice>
  );
}
