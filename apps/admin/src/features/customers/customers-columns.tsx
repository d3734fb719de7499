import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Clip, type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { RestoreButton } from '../../components/restore-button.tsx';
import { t } from './texts.ts';
import { useRestoreCustomer } from './use-delete-customer.ts';

const none = <span className="muted hide-s">{t.none()}</span>;

/** The columns of the listing, first to last. Of the deleted ones, when, and the way back. */
export function customersColumns(format: Format, isDeleted: boolean): readonly ListColumn<CustomerRow>[] {
  return [
    { id: 'name', header: t.name(), sortKey: 'name', card: 'title', cell: (row) => <NameCell row={row} /> },
    { id: 'company', header: t.company(), sortKey: 'company', card: 'sub', cell: (row) => <CompanyCell row={row} /> },
    { id: 'email', header: t.email(), card: 'foot', cell: (row) => (row.email ? <Clip>{row.email}</Clip> : none) },
    {
      id: 'phone',
      header: t.phone(),
      card: 'subEnd',
      hideMedium: true,
      cell: (row) => (row.phone ? <span className="soft nowrap tnum">{row.phone}</span> : none),
    },
    { id: 'number', header: t.number(), sortKey: 'number', card: 'titleEnd', cell: (row) => (row.number ? <span className="soft">{row.number}</span> : none) },
    ...(isDeleted ? deletedColumns(format) : dateColumns(format)),
  ];
}

function dateColumns(format: Format): readonly ListColumn<CustomerRow>[] {
  return [
    {
      id: 'lastOrder',
      header: t.lastOrder(),
      sortKey: 'lastOrder',
      card: 'footEnd',
      cell: (row) => (row.lastOrderAt ? <span className="soft nowrap">{format.ago(row.lastOrderAt)}</span> : none),
    },
    {
      id: 'created',
      header: t.created(),
      sortKey: 'created',
      hideMedium: true,
      cell: (row) => <span className="soft nowrap">{format.day(row.createdAt)}</span>,
    },
  ];
}

function deletedColumns(format: Format): readonly ListColumn<CustomerRow>[] {
  return [
    { id: 'deleted', header: t.deletedAt(), cell: (row) => row.deletedAt && <span className="soft nowrap">{format.ago(row.deletedAt)}</span> },
    {
      id: 'actions',
      header: t.actions(),
      hideHeader: true,
      align: 'end',
      card: 'footEnd',
      cell: (row) => <RestoreButton row={row} useRestore={useRestoreCustomer} />,
    },
  ];
}

function NameCell({ row }: { row: CustomerRow }) {
  return (
    <>
      {row.deletedAt === null ? (
        <Link to="/customers/$customerId" params={{ customerId: row.id }} data-row-link="" preload="intent">
          <bdi>{row.name}</bdi>
        </Link>
      ) : (
        <bdi>{row.name}</bdi>
      )}
      {!row.active && (
        <SubLine>
          <StatusDot tone="neutral" shape="ring">
            {t.closed()}
          </StatusDot>
        </SubLine>
      )}
    </>
  );
}

function CompanyCell({ row: { company, role, taxExempt } }: { row: CustomerRow }) {
  const terms = [role?.name, taxExempt ? t.taxExempt() : undefined].filter((word) => word !== undefined).join(' · ');
  return (
    <>
      {company ? <Clip>{company.name}</Clip> : none}
      {terms !== '' && <SubLine onCard={false}>{terms}</SubLine>}
    </>
  );
}
