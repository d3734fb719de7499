import type { Customer, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Menu } from '@backdesk/ui/overlays/menu.tsx';
import { useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { useMay, useSession } from '../../lib/session.tsx';
import { CustomerAddressPanel } from './customer-address-panel.tsx';
import styles from './customer-addresses.module.css';
import { t } from './texts.ts';
import { useAddressBook } from './use-address-book.ts';

/** The address book of a customer: what stands in it, and the ways to change it. Addresses of the company are changed there. */
export function CustomerAddresses({ customer }: { customer: Customer }) {
  const { account } = useSession();
  const mayWrite = useMay('customer:write');
  const book = useAddressBook(customer.id);
  const [editing, setEditing] = useState<SavedAddress | 'new' | null>(null);
  const { addresses } = customer;
  return (
    <>
      {book.failed !== null && <SaveFailed error={book.failed} />}
      {addresses.length === 0 && <p className="muted">{t.noAddresses()}</p>}
      <ul className={styles.list}>
        {addresses.map((saved) => {
          const { id, label, address, defaultShipping, defaultBilling, of } = saved;
          return (
            <li key={id} className={styles.address}>
              <div>
                {label && (
                  <p className="medium" dir="auto">
                    {label}
                  </p>
                )}
                <AddressLines address={address} homeCountry={account.country} />
                <p className={styles.tags}>
                  {of === 'company' && <Tag>{t.ofCompany()}</Tag>}
                  {defaultShipping && <Tag tone="accent">{t.defaultShipping()}</Tag>}
                  {defaultBilling && <Tag tone="accent">{t.defaultBilling()}</Tag>}
                </p>
              </div>
              {mayWrite && of === 'customer' && (
                <Menu
                  entries={[
                    { label: t.edit(), icon: 'pencil', onSelect: () => setEditing(saved) },
                    ...(defaultShipping ? [] : [{ label: t.shipHere(), onSelect: () => book.change(saved, { defaultShipping: true }) }]),
                    ...(defaultBilling ? [] : [{ label: t.billHere(), onSelect: () => book.change(saved, { defaultBilling: true }) }]),
                    { kind: 'rule' },
                    { label: t.deleteAddress(), icon: 'trash', danger: true, onSelect: () => book.remove(saved) },
                  ]}
                >
                  {(trigger) => (
                    <Button variant="quiet" size="small" icon="more" {...trigger}>
                      <span className="vh">{t.addressActions(label || addressInOneLine(address))}</span>
                    </Button>
                  )}
                </Menu>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <Button variant="quiet" icon="plus" className={styles.more ?? ''} onClick={() => setEditing('new')}>
          {t.addAddress()}
        </Button>
      )}
      {editing !== null && <CustomerAddressPanel customer={customer} saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
