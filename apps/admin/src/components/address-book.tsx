import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Menu } from '@backdesk/ui/overlays/menu.tsx';
import type { ReactNode } from 'react';
import { useSession } from '../lib/session.tsx';
import styles from './address-book.module.css';
import { t } from './texts.ts';

export type DefaultChange = { readonly defaultShipping: true } | { readonly defaultBilling: true };

export type AddressBookProps = {
  /** Whose book it is: an address of the company is changed there, not at a customer of it. */
  of: SavedAddress['of'];
  addresses: readonly SavedAddress[];
  mayWrite: boolean;
  /** Said when there is none. */
  none: string;
  onAdd: () => void;
  onEdit: (address: SavedAddress) => void;
  onDefault: (address: SavedAddress, change: DefaultChange) => void;
  onDelete: (address: SavedAddress) => void;
  /** What went wrong, above; the form, when it is open. */
  children?: ReactNode;
};

/** The address book of a customer or a company: what stands in it, and the ways to change it. */
export function AddressBook({ of, addresses, mayWrite, none, onAdd, onEdit, onDefault, onDelete, children }: AddressBookProps) {
  const { account } = useSession();
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={onAdd}>
      {t.addAddress()}
    </Button>
  );
  return (
    <Panel title={t.addresses()} actions={add}>
      {children}
      {addresses.length === 0 && <p className="muted">{none}</p>}
      <ul className={styles.list}>
        {addresses.map((saved) => {
          const { id, label, address, defaultShipping, defaultBilling } = saved;
          return (
            <li key={id} className={styles.address}>
              <div className={styles.lines}>
                {label && (
                  <p className="medium" dir="auto">
                    {label}
                  </p>
                )}
                <AddressLines address={address} homeCountry={account.country} />
                <p className={styles.tags}>
                  {of === 'customer' && saved.of === 'company' && <Tag>{t.ofCompany()}</Tag>}
                  {defaultShipping && <Tag tone="accent">{t.shipsHere()}</Tag>}
                  {defaultBilling && <Tag tone="accent">{t.billedHere()}</Tag>}
                </p>
              </div>
              {mayWrite && saved.of === of && (
                <Menu
                  entries={[
                    { label: t.editEntry(), icon: 'pencil', onSelect: () => onEdit(saved) },
                    ...(defaultShipping ? [] : [{ label: t.shipHere(), onSelect: () => onDefault(saved, { defaultShipping: true }) }]),
                    ...(defaultBilling ? [] : [{ label: t.billHere(), onSelect: () => onDefault(saved, { defaultBilling: true }) }]),
                    { kind: 'rule' },
                    { label: t.deleteEntry(), icon: 'trash', danger: true, onSelect: () => onDelete(saved) },
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
    </Panel>
  );
}
