import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './list-table.module.css';
import { useRowKeys } from './use-row-keys.ts';

/** Where a column's cell stands when the row is a card (under 900 px); without one it is left out there. */
export type CardSlot = 'title' | 'titleEnd' | 'sub' | 'subEnd' | 'foot' | 'footEnd' | 'below';

export type ListColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** What to sort by; the heading becomes a button. */
  readonly sortKey?: string;
  readonly card?: CardSlot;
  /** Left out between 900 and 1199 px. */
  readonly hideMedium?: boolean;
  /** Hides the heading's text where the cells speak for themselves (row actions). */
  readonly hideHeader?: boolean;
};

export type ListSort = { readonly key: string; readonly descending: boolean };

export type ListTableProps<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly ListColumn<Row>[];
  rowKey: (row: Row) => string;
  sort?: ListSort;
  onSort?: (sort: ListSort) => void;
  /** A press anywhere on a row that is not a control of its own. */
  onOpen?: (row: Row) => void;
  /** Shown but on its way out, or older than the question asked. */
  isFading?: (row: Row) => boolean;
};

/**
 * A listing. One element in each row carries `data-row-link` (the link that opens it): j and k move between those from
 * anywhere on the page, so Enter is the link's own.
 */
export function ListTable<Row>({ label, rows, columns, rowKey, sort, onSort, onOpen, isFading }: ListTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <table className={styles.list} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={onOpen && styles.open}
            data-fading={isFading?.(row) || undefined}
            onClick={onOpen && ((event) => isOnRow(event) && onOpen(row))}
          >
            {columns.map((column) => (
              <td key={column.id} data-card={column.card} className={cx(column.align && styles.end, column.hideMedium && styles.hideMedium)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The second, quieter line of a cell. `onCard={false}` leaves it out of cards. */
export function SubLine({ children, onCard = true }: { children: ReactNode; onCard?: boolean }) {
  return <span className={cx(styles.sub, !onCard && styles.cardHide)}>{children}</span>;
}

/** A text that may be long: cut at the column's width, whole on a card and in its title. */
export function Clip({ children }: { children: string }) {
  return (
    <span className={styles.clip} title={children.length > 24 ? children : undefined}>
      <bdi>{children}</bdi>
    </span>
  );
}

/** What stands below a listing: how many, which keys, Previous and Next. */
export function ListFoot({ children, keys, pages }: { children?: ReactNode; keys?: ReactNode; pages?: ReactNode }) {
  return (
    <div className={styles.foot}>
      {children}
      {keys && <span className={cx(styles.keys, 'hide-s')}>{keys}</span>}
      {pages && <span className={styles.pages}>{pages}</span>}
    </div>
  );
}

function HeadCell<Row>({ column, sort, onSort }: { column: ListColumn<Row>; sort?: ListSort; onSort?: (sort: ListSort) => void }) {
  const { sortKey, header } = column;
  const sorted = sortKey !== undefined && sort?.key === sortKey;
  const className = cx(column.align && styles.end, column.hideMedium && styles.hideMedium);
  if (sortKey === undefined || !onSort) {
    return (
      <th scope="col" className={className}>
        {column.hideHeader ? <span className="vh">{header}</span> : header}
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={styles.sort} onClick={() => onSort({ key: sortKey, descending: sorted ? !sort.descending : false })}>
        {header}
        {sorted && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} />}
      </button>
    </th>
  );
}

function isOnRow(event: MouseEvent | KeyboardEvent): boolean {
  if ('metaKey' in event && (event.metaKey || event.ctrlKey || event.shiftKey)) return false;
  if (window.getSelection()?.toString()) return false;
  return event.target instanceof Element && event.target.closest('a, button, input, select, label, dialog, [role="menu"]') === null;
}
