// An answer that came too late is told beside what became of the estimate: the two must not contradict each other.
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { EstimateNotices } from './estimate-notices.tsx';

afterEach(cleanup);

const settings = { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' };
const decision = {
  kind: 'accepted',
  at: '2026-11-27T15:00:00Z',
  name: 'Dana Wu',
  title: '',
  poNumber: '',
  files: [],
  comments: [],
  total: { amount: 1, currency: 'USD' },
};

const show = (estimate: object) =>
  render(
    <FormatProvider settings={settings}>
      <EstimateNotices
        estimate={{ revision: 1, expired: false, decisions: [], acceptedBefore: null, orderedAt: null, prices: null, ...estimate } as unknown as EstimatePage}
        token="a"
        replacedBy={undefined}
        isNew={false}
        isOvertaken
        onCertificate={() => undefined}
      />
    </FormatProvider>,
  );

test('accepted in another tab a moment ago: the late answer decided nothing, and the estimate is accepted', () => {
  show({ status: 'accepted', decisions: [decision] });
  expect(screen.getByRole('alert').textContent).toContain('Your answer came too late');
  expect(screen.getByText(/^Accepted on/)).toBeTruthy();
  expect(screen.queryByText(/Nothing was accepted/)).toBeNull();
});

test('it was issued anew after a yes, and not sent yet: what was accepted is told, and that it is not ordered', () => {
  const account = { name: 'Ridgeline Print' };
  show({ status: 'superseded', account, acceptedBefore: { revision: 1, at: '2026-11-27T15:00:00Z', total: { amount: 6100, currency: 'USD' } } });
  expect(screen.getByText(/^You accepted r1 at \$61\.00 on/)).toBeTruthy();
  expect(screen.getByText(/what you accepted is not ordered. You will be asked again\.$/)).toBeTruthy();
  expect(screen.queryByText('Ridgeline Print is making another one')).toBeNull();
});

test('ordered without an answer: no newer one is promised', () => {
  show({ status: 'superseded', orderedAt: '2026-11-27T15:00:00Z' });
  expect(screen.getByText('This was ordered')).toBeTruthy();
});

test('another one was issued meanwhile and is not sent, or was taken back: none is promised to be there', () => {
  show({ status: 'superseded', account: { name: 'Ridgeline Print' } });
  expect(screen.getByRole('alert').textContent).toContain('decided nothing');
  expect(screen.getByText('Ridgeline Print is making another one')).toBeTruthy();
  expect(screen.queryByText(/newer/)).toBeNull();
});
