import type { CompanyRow } from '@backdesk/contract/company/schema.ts';
import { Clip, type ListColumn } from '@backdesk/ui/data/list-table.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { RestoreButton } from '../../components/restore-button.tsx';
import { t } from './texts.ts';
import { useRestoreCompany } from './use-restore-company.ts';

/** The columns of the companies, first to last. Of the deleted ones, when, and the way back. */
export function companiesColumns(format: Format, isDeleted: boolean): readonly ListColumn<CompanyRow>[] {
  const none = <span className="muted hide-s">{t.none()}</span>;
  return [
    {
      id: 'name',
      header: t.name(),
      sortKey: 'name',
      card: 'title',
      cell: (row) =>
        row.deletedAt === null ? (
          <Link to="/customers/companies/$companyId" params={{ companyId: row.id }} data-row-link="" preload="intent">
            <bdi>{row.name}</bdi>
          </Link>
        ) : (
          <bdi>{row.name}</bdi>
        ),
    },
    { id: 'number', header: t.number(), sortKey: 'number', card: 'titleEnd', cell: (row) => <span className="soft">{row.number ?? none}</span> },
    // Who belonged to a deleted one comes back with it.
    ...(isDeleted ? [] : [contactsColumn(format)]),
    { id: 'terms', header: t.terms(), card: 'sub', cell: (row) => (row.terms ? <Clip>{row.terms}</Clip> : none) },
    { id: 'role', header: t.role(), card: 'foot', cell: (row) => (row.role ? <Clip>{row.role.name}</Clip> : none) },
    { id: 'tax', header: t.tax(), card: isDeleted ? 'subEnd' : 'footEnd', cell: (row) => (row.taxExemption === null ? none : <Tag>{t.exempt()}</Tag>) },
    ...(isDeleted ? deletedColumns(format) : [updatedColumn(format)]),
  ];
}

function contactsColumn(format: Format): ListColumn<CompanyRow> {
  return {
    id: 'contacts',
    header: t.contacts(),
    align: 'end',
    card: 'subEnd',
    cell: (row) => (
      <span className="tnum">
        {format.number(row.contactCount)}
        <span className="only-s"> {t.contactCount(row.contactCount)}</span>
      </span>
    ),
  };
}

function updatedColumn(format: Format): ListColumn<CompanyRow> {
  return {
    id: 'updated',
    header: t.updated(),
    sortKey: 'updated',
    hideMedium: true,
    cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span>,
  };
}

function deletedColumns(format: Format): readonly ListColumn<CompanyRow>[] {
  return [
    { id: 'deleted', header: t.deletedAt(), cell: (row) => row.deletedAt && <span className="soft nowrap">{format.ago(row.deletedAt)}</span> },
    {
      id: 'actions',
      header: t.actions(),
      hideHeader: true,
      align: 'end',
      card: 'footEnd',
      cell: (row) => <RestoreButton row={row} useRestore={useRestoreCompany} />,
    },
  ];
}
