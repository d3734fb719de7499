import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { FormatProvider, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { draftsColumns } from './drafts-columns.tsx';

afterEach(cleanup);

const settings = { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' };
const aRow = (status: string) => ({ stage: 'estimate', estimate: { revision: 1, status, validUntil: '2099-12-27', expired: false } }) as OrderRow;

function ValidUntil({ row }: { row: OrderRow }) {
  const columns = draftsColumns(useFormat(), { meId: 'me', hasNext: false });
  return columns.find(({ id }) => id === 'validUntil')?.cell(row);
}

test.each([
  ['open', true],
  ['changes_requested', true],
  ['accepted', false],
  ['declined', false],
])('an estimate that is %s: until when it can be answered is told: %s', (status, isTold) => {
  const { container } = render(
    <FormatProvider settings={settings}>
      <ValidUntil row={aRow(status)} />
    </FormatProvider>,
  );
  expect(container.textContent?.includes('2099')).toBe(isTold);
});
