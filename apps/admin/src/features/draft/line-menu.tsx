import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import { mayTakeOff } from '@backdesk/ordering/editing/with-charges.ts';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';
import type { LineActions } from './use-line-actions.ts';

type LineMenuProps = {
  line: OrderLine;
  at: string;
  actions: LineActions;
  /** The focus came to the number or its menu, from where the line can be removed, or left both. */
  onAbout: (isAbout: boolean) => void;
};

/** What is not for a line that hangs on another. */
function onItsOwn(line: OrderLine, actions: LineActions): readonly MenuEntry[] {
  return [
    line.optional
      ? { label: t.notOptional(), icon: 'check', onSelect: () => actions.makeOptional(line.id, false) }
      : { label: t.makeOptional(), icon: 'check', onSelect: () => actions.makeOptional(line.id, true) },
    { label: t.makeChoice(), icon: 'rows', onSelect: () => actions.toggle(line.id, 'choice') },
    // Parts follow a bundle, and the frozen content does not hold how many go into one.
    ...(line.kind === 'bundle' ? [] : [{ label: t.customerQuantity(), icon: 'user', onSelect: () => actions.toggle(line.id, 'bounds') } as const]),
    { label: t.moveUp(), icon: 'arrow-up', onSelect: () => actions.move(line.id, -1) },
    { label: t.moveDown(), icon: 'arrow-down', onSelect: () => actions.move(line.id, 1) },
    { label: t.duplicate(), icon: 'copy', onSelect: () => actions.duplicate(line.id) },
    { label: t.sectionAbove(), icon: 'rows', onSelect: () => actions.addSection(line.id) },
  ];
}

/** The line's number, which opens what is needed now and then. Delete on it removes the line. */
export function LineMenu({ line, at, actions, onAbout }: LineMenuProps) {
  const { editor, canEdit, canOverride, openLine } = useDraft();
  const isChild = line.parentLineId !== null;
  if (!canEdit) return <span className={styles.number}>{isChild ? '' : at}</span>;
  const isCatalog = line.typedUnitPrice === null;
  const entries: MenuEntry[] = [
    ...(isFromCatalog(line) && line.variantId !== null && (!isChild || line.answers.length > 0)
      ? [
          line.answers.length === 0
            ? ({ label: t.openProduct(), icon: 'box', onSelect: () => openLine(line) } as const)
            : ({ label: t.changeCustomizationMenu(), icon: 'stamp', onSelect: () => openLine(line) } as const),
        ]
      : []),
    { label: t.noteCustomer(), icon: 'message', onSelect: () => actions.toggle(line.id, 'notes') },
    ...(isCatalog && canOverride && line.partId === null
      ? [
          line.override === null
            ? ({ label: t.setPrice(), icon: 'pencil', onSelect: () => actions.focusCell(line.id, 'unit') } as const)
            : ({ label: t.giveBack(), icon: 'undo', onSelect: () => actions.giveBack(line.id) } as const),
        ]
      : []),
    ...(isChild ? [] : onItsOwn(line, actions)),
    ...(!isChild || mayTakeOff(editor.getState().shown.lines, line)
      ? [{ kind: 'rule' } as const, { label: t.remove(), icon: 'trash', danger: true, onSelect: () => actions.remove(line.id) } as const]
      : []),
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
          <button type="button" className={styles.number} data-cell="at" data-drag={isChild ? undefined : ''} aria-label={t.lineMore(at)} {...trigger}>
            {isChild ? <Icon name="more" /> : at}
          </button>
        )}
      </Menu>
    </span>
  );
}
