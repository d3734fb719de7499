import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';
import type { LineActions } from './use-line-actions.ts';

type LineMenuProps = {
  line: OrderLine;
  at: number;
  actions: LineActions;
  /** The focus came to the number or its menu, from where the line can be removed, or left both. */
  onAbout: (isAbout: boolean) => void;
};

/** The line's number, which opens what is needed now and then. Delete on it removes the line. */
export function LineMenu({ line, at, actions, onAbout }: LineMenuProps) {
  const { canEdit, canOverride, openLine } = useDraft();
  if (!canEdit || line.parentLineId !== null) return <span className={styles.number}>{line.parentLineId === null ? at : ''}</span>;
  const isCatalog = line.kind === 'catalog';
  const entries: MenuEntry[] = [
    ...(isCatalog && line.variantId !== null
      ? [
          line.answers.length === 0
            ? ({ label: t.openProduct(), icon: 'box', onSelect: () => openLine(line) } as const)
            : ({ label: t.changeCustomizationMenu(), icon: 'stamp', onSelect: () => openLine(line) } as const),
        ]
      : []),
    { label: t.noteCustomer(), icon: 'message', onSelect: () => actions.toggle(line.id, 'notes') },
    ...(isCatalog && canOverride
      ? [
          line.override === null
            ? ({ label: t.setPrice(), icon: 'pencil', onSelect: () => actions.focusCell(line.id, 'unit') } as const)
            : ({ label: t.giveBack(), icon: 'undo', onSelect: () => actions.giveBack(line.id) } as const),
        ]
      : []),
    line.optional
      ? { label: t.notOptional(), icon: 'check', onSelect: () => actions.makeOptional(line.id, false) }
      : { label: t.makeOptional(), icon: 'check', onSelect: () => actions.makeOptional(line.id, true) },
    { label: t.makeChoice(), icon: 'rows', onSelect: () => actions.toggle(line.id, 'choice') },
    { label: t.customerQuantity(), icon: 'user', onSelect: () => actions.toggle(line.id, 'bounds') },
    { label: t.moveUp(), icon: 'arrow-up', onSelect: () => actions.move(line.id, -1) },
    { label: t.moveDown(), icon: 'arrow-down', onSelect: () => actions.move(line.id, 1) },
    { label: t.duplicate(), icon: 'copy', onSelect: () => actions.duplicate(line.id) },
    { kind: 'rule' },
    { label: t.remove(), icon: 'trash', danger: true, onSelect: () => actions.remove(line.id) },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices where the focus is
    <span
      onFocus={() => onAbout(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onAbout(false);
      }}
    >
      <Menu entries={entries} align="start">
        {(trigger) => (
          <button type="button" className={styles.number} data-cell="at" aria-label={t.lineMore(at)} {...trigger}>
            {at}
          </button>
        )}
      </Menu>
    </span>
  );
}
