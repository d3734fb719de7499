import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { addressLines } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useSession } from '../../lib/session.tsx';
import styles from './customer-addresses.module.css';
import { t } from './texts.ts';

export function CustomerAddresses({ addresses }: { addresses: readonly SavedAddress[] }) {
  const { locale } = useFormat();
  const { account } = useSession();
  if (addresses.length === 0) return <p className="muted">{t.noAddresses()}</p>;
  return (
    <ul className={styles.list}>
      {addresses.map(({ id, label, address, defaultShipping, defaultBilling, of }) => (
        <li key={id}>
          {label && <p className="medium">{label}</p>}
          {addressLines(address, { locale, home: account.country }).map((line) => (
            <bdi key={line} className={styles.line}>
              {line}
            </bdi>
          ))}
          <p className={styles.tags}>
            {of === 'company' && <Tag>{t.ofCompany()}</Tag>}
            {defaultShipping && <Tag tone="accent">{t.defaultShipping()}</Tag>}
            {defaultBilling && <Tag tone="accent">{t.defaultBilling()}</Tag>}
          </p>
        </li>
      ))}
    </ul>
  );
}
