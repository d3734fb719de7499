// The customer's page: what it says of prices and stock, and the answers that are given on it.
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { aDecision, anEstimatePage, closeEstimate, lines, mugId, offerOf, openEstimate, teeId, usd } from './an-estimate-page.tsx';
import { problem } from './fake-store.tsx';

afterEach(closeEstimate);

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const ok = () => ({ body: aDecision('accepted', 6100) });
const mugs = (available: number, allowsBackorder = false): EstimatePage['availability'] => [
  { lineIds: [mugId], isSold: true, stock: { available, allowsBackorder, incoming: { quantity: 100, expectedOn: '2099-12-03' } } },
];

async function sign() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  await user.type(screen.getByLabelText('Your name'), 'Dana Wu');
  await user.click(screen.getByRole('checkbox', { name: /^I accept Estimate 1042 r1/ }));
  return user;
}

test.each([
  ['honour', 'These prices hold until Dec 12, 2099. What you accept by then is what you are charged.'],
  [
    'ask',
    'These prices hold until Dec 12, 2099, and once you accept until Jan 11, 2100. If it is ordered after that at another total, Ridgeline Print may send it anew and ask you again.',
  ],
  [
    'requote',
    'These prices hold until Dec 12, 2099, and once you accept until Jan 11, 2100. If it is ordered after that at another total, Ridgeline Print sends it anew and asks you again.',
  ],
] as const)('%s: until when the prices hold, and what then', async (policy, sentence) => {
  openEstimate(() => anEstimatePage({ prices: { until: '2099-12-12', acceptedUntil: '2100-01-11', policy, stated: null, over: false } }), ok);
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test('what is short says so at its line, as the quantity stands now', async () => {
  openEstimate(() => anEstimatePage({ availability: mugs(38, true) }), ok);
  const quantity = await screen.findByLabelText('Quantity of Mug');
  expect(screen.queryByText(/in stock now/)).toBeNull();
  const user = userEvent.setup();
  await user.clear(quantity);
  await user.type(quantity, '50');
  expect(await screen.findByText('Only 38 in stock now, 100 more from Dec 3, 2099; the rest follows')).toBeTruthy();
  await user.clear(quantity);
  await user.type(quantity, '38');
  await screen.findByText('$155.80');
  expect(screen.queryByText(/in stock now/)).toBeNull();
});

test('accepted: at how much, until when it holds; then that it was ordered so', async () => {
  const accepted = anEstimatePage({
    ...{ status: 'accepted', mayDecide: false, mayAcceptInPart: false, offer: null, decisions: [aDecision('accepted', 6100)] },
    prices: { until: '2099-12-12', acceptedUntil: '2100-01-11', policy: 'requote', stated: null, over: false },
  });
  openEstimate(() => accepted, ok);
  expect(await screen.findByText(/^Accepted on .*Nov 27.* at \$61\.00$/)).toBeTruthy();
  expect(screen.getByText(/^What you accepted holds until Jan 11, 2100\./)).toBeTruthy();
  closeEstimate();
  openEstimate(() => ({ ...accepted, prices: null, orderedAt: '2026-12-01T15:00:00.000Z' }), ok);
  expect(await screen.findByText(/^Ordered on .*Dec 1.*, as you accepted it\.$/)).toBeTruthy();
  expect(screen.queryByText(/holds until/)).toBeNull();
});

test('issued anew after a yes: what was accepted is told first', async () => {
  openEstimate(() => anEstimatePage({ revision: 2, acceptedBefore: { revision: 1, at: '2026-11-25T15:00:00.000Z', total: usd(5800) } }), ok);
  expect(await screen.findByText(/^You accepted r1 at \$58\.00 on .*Nov 25/)).toBeTruthy();
  expect(screen.getByText(/^Ridgeline Print sent r2 in its place, so what you accepted is not ordered\./)).toBeTruthy();
});

test('nothing of a line can be delivered and the shop then makes another offer: refused, and the request is as good as written', async () => {
  const prices = { until: '2099-12-12', acceptedUntil: '2100-01-11', policy: 'requote', stated: null, over: false } as const;
  const refusals = [{ code: 'estimate.not_deliverable', lineId: mugId, detail: { why: 'none' } }];
  const asked = openEstimate(
    () => anEstimatePage({ prices }),
    ({ path }) => (path === '/accept' ? problem(409, 'estimate.not_deliverable', { refusals }) : { body: aDecision('declined', null) }),
  );
  const user = await sign();
  await user.click(button('Accept for $61.00'));
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('One line cannot be delivered');
  expect(notice.textContent).toContain('“Mug”');
  await user.click(within(notice).getByRole('button', { name: 'Ask for another offer' }));
  expect((screen.getByLabelText('About') as HTMLSelectElement).value).toBe(mugId);
  await user.click(button('Send request'));
  expect(asked.at(-1)).toMatchObject({
    path: '/request-changes',
    body: { comments: [{ lineId: mugId, text: 'This cannot be delivered any more. What can you offer in its place?' }] },
  });
});

test('a choice that cannot be ordered so is refused in words, and may be made otherwise', async () => {
  const refusals = [{ code: 'line.below_minimum', lineId: mugId, detail: { minimum: 24 } }];
  const title = 'The quantity is below the smallest that is sold.';
  openEstimate(
    () => anEstimatePage({}),
    () => problem(422, 'line.below_minimum', { refusals, title }),
  );
  const user = await sign();
  await user.click(button('Accept for $61.00'));
  expect((await screen.findByRole('alert')).textContent).toContain(`${title} Nothing is decided yet; choose otherwise.`);
});

test('the same is told before anything is typed; under the other policies only at the line', async () => {
  const prices = (policy: 'ask' | 'requote') => ({ until: '2099-12-12', acceptedUntil: '2100-01-11', policy, stated: null, over: false });
  openEstimate(() => anEstimatePage({ prices: prices('requote'), availability: mugs(0) }), ok);
  expect(await screen.findByText('One line cannot be delivered')).toBeTruthy();
  expect(screen.getByText('Not in stock now, 100 more from Dec 3, 2099')).toBeTruthy();
  closeEstimate();
  openEstimate(() => anEstimatePage({ prices: prices('ask'), availability: mugs(0) }), ok);
  expect(await screen.findByText('Not in stock now, 100 more from Dec 3, 2099')).toBeTruthy();
  expect(screen.queryByText('One line cannot be delivered')).toBeNull();
});

test.each([
  ['open', true, 'Valid until'],
  ['withdrawn', false, null],
  ['declined', false, null],
] as const)('%s: until when it is valid is told while it can be answered, and never of one that is over', async (status, mayDecide, told) => {
  openEstimate(() => anEstimatePage({ status, mayDecide }), ok);
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByText(/^Valid until/)?.textContent.slice(0, 11) ?? null).toBe(told);
});

test('what is sold in fixed quantities is offered in those within its bounds', async () => {
  const offer = offerOf(lines);
  const breaks = [12, 48, 144].map((quantity) => ({ quantity, extendedPrice: quantity === 12 ? '60' : `${quantity * 4}` }));
  const inFixed = { typedUnitPrice: null, priceTable: { source: 'list' as const, label: 'List', breaks }, quantityRule: { increment: 0, maximum: null } };
  const [mug, ...others] = offer.lines;
  if (mug === undefined) throw new Error('no mug');
  openEstimate(
    () =>
      anEstimatePage({
        lines: lines.map((line) => (line.id === mugId ? { ...line, quantity: 12 } : line)),
        offer: { ...offer, lines: [{ ...mug, ...inFixed, quantity: 12 }, ...others] },
      }),
    ok,
  );
  const quantity = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Quantity of Mug' });
  // 144 are more than may be chosen.
  expect(screen.getByText('Sold as 12, 48')).toBeTruthy();
  const user = userEvent.setup();
  quantity.focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['12$5.00 each', '48$4.00 each']);
  await user.keyboard('{Enter}');
  await screen.findByText('$192.00');
  await user.click(screen.getByRole('button', { name: 'Fewer of Mug' }));
  await screen.findByText('$60.00');
});

test('a quantity between the steps says the nearest that are sold, within the bounds', async () => {
  const offer = offerOf(lines);
  const breaks = [{ quantity: 24, extendedPrice: '96' }];
  const inSteps = { typedUnitPrice: null, priceTable: { source: 'list' as const, label: 'List', breaks }, quantityRule: { increment: 12, maximum: null } };
  const [mug, ...others] = offer.lines;
  if (mug === undefined) throw new Error('no mug');
  openEstimate(
    () =>
      anEstimatePage({
        lines: lines.map((line) => (line.id === mugId ? { ...line, quantity: 24 } : line)),
        offer: { ...offer, lines: [{ ...mug, ...inSteps, quantity: 24 }, ...others] },
      }),
    ok,
  );
  const user = userEvent.setup();
  const quantity = await screen.findByRole('textbox', { name: 'Quantity of Mug' });
  const says = async (typed: string, said: string) => {
    await user.clear(quantity);
    await user.type(quantity, typed);
    await screen.findByText(said);
  };
  await says('25', 'It is not sold in this quantity. Choose 24 or 36.');
  await says('5', 'It is not sold in this quantity. Choose 24.');
  // 108 are more than may be chosen.
  await says('99', 'It is not sold in this quantity. Choose 96.');
});

test('one of a group is taken in a quantity within its bounds; what was typed at one that is not taken counts for nothing', async () => {
  const group = { optional: true, choiceGroup: 'Gift' };
  const [mug, tee] = lines;
  if (mug === undefined || tee === undefined) throw new Error('There are two lines.');
  const gifts = [
    { ...mug, ...group, chosen: false },
    { ...tee, ...group, chosen: true },
  ];
  const totals = { ...anEstimatePage().totals, items: usd(2000), total: usd(2000) };
  const asked = openEstimate(() => anEstimatePage({ lines: gifts, offer: offerOf(gifts), totals }), ok);
  expect((await screen.findByRole('radio', { name: /Mug/ })).closest('label')?.textContent).toContain('From 1 to 100');
  expect(screen.queryByLabelText('Quantity of Mug')).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: /Mug/ }));
  await user.clear(screen.getByLabelText('Quantity of Mug'));
  await user.type(screen.getByLabelText('Quantity of Mug'), '500');
  await screen.findByText('Choose from 1 to 100.');
  // Another is taken: nothing stands against accepting it.
  await user.click(screen.getByRole('radio', { name: /Tee/ }));
  expect(screen.queryByText('Choose from 1 to 100.')).toBeNull();
  expect(button('Accept').disabled).toBe(false);
  await user.click(screen.getByRole('radio', { name: /Mug/ }));
  await user.clear(screen.getByLabelText('Quantity of Mug'));
  await user.type(screen.getByLabelText('Quantity of Mug'), '20');
  await sign();
  await user.click(button(/^Accept/));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/accept'))).toBe(true));
  expect(asked.find(({ path }) => path.endsWith('/accept'))?.body).toMatchObject({
    choices: [
      { lineId: mugId, chosen: true, quantity: 20 },
      { lineId: teeId, chosen: false },
    ],
    total: usd(8200),
  });
});

test('in part: a line is left out, the total follows, and that is what is sent', async () => {
  let isAccepted = false;
  const asked = openEstimate(
    () =>
      isAccepted
        ? anEstimatePage({ ...{ status: 'accepted_in_part', mayDecide: false, offer: null, prices: null }, decisions: [aDecision('accepted_in_part', 4100)] })
        : anEstimatePage(),
    () => {
      isAccepted = true;
      return { body: aDecision('accepted_in_part', 4100) };
    },
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('checkbox', { name: /^Take Tee/ }));
  expect(screen.getByText('not taken')).toBeTruthy();
  await sign();
  await user.click(button('Accept for $41.00'));
  expect(await screen.findByText(/^Accepted in part on .*Nov 27.* at \$41\.00$/)).toBeTruthy();
  expect(asked).toMatchObject([{ path: '/accept', body: { leftOut: [teeId], choices: [], total: usd(4100), name: 'Dana Wu' } }]);
});

test('declined with a reason and words; the page then says so and asks no more', async () => {
  let isDeclined = false;
  const asked = openEstimate(
    () =>
      isDeclined
        ? anEstimatePage({ ...{ status: 'declined', mayDecide: false, offer: null, prices: null }, decisions: [aDecision('declined', null)] })
        : anEstimatePage(),
    () => {
      isDeclined = true;
      return { body: aDecision('declined', null) };
    },
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Decline' }));
  await user.click(screen.getByRole('radio', { name: 'It costs too much' }));
  await user.type(screen.getByLabelText(/^In your own words/), 'Twice last year’s');
  await user.click(button('Decline the estimate'));
  expect(await screen.findByText(/^Declined on .*Nov 27/)).toBeTruthy();
  expect(asked).toMatchObject([{ path: '/decline', body: { sha256: 'a'.repeat(64), reason: 'price', text: 'Twice last year’s' } }]);
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
});

test('a discount that is more than what is chosen: said with what is left, and nothing to accept until it is covered', async () => {
  const page = anEstimatePage();
  const discounts = [{ id: mugId, source: 'manual', label: 'Loyal', value: { kind: 'fixed', amount: 5000 }, reach: 'items', amount: 5000 }] as const;
  const offer = page.offer === null ? null : { ...page.offer, discounts: [...discounts] };
  openEstimate(() => ({ ...page, offer, totals: { ...page.totals, discount: usd(5000), total: usd(1100) } }), ok);
  const user = userEvent.setup();
  const quantity = await screen.findByLabelText('Quantity of Mug');
  expect(button('Accept').disabled).toBe(false);
  await user.clear(quantity);
  await user.type(quantity, '2');
  // 2 × 4.10 + 2 × 10.00 = 28.20.
  const said = 'The discount “Loyal” of $50.00 is more than the $28.20 it is taken from. Choose more, or request changes.';
  expect((await screen.findByText(said)).closest('[role=status]')).not.toBeNull();
  expect(button('Accept').disabled).toBe(true);
  await user.clear(quantity);
  await user.type(quantity, '8');
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  expect(button('Accept').disabled).toBe(false);
});

test('fewer are chosen than a credit takes off: said, and nothing to accept until the total is no longer below 0', async () => {
  const [mug, tee] = anEstimatePage().lines;
  const offer = anEstimatePage().offer;
  const taken = { unitPrice: '-25.00', amount: usd(-5000), total: usd(-5000), kind: 'credit' as const };
  const offered = offer?.lines.map((line) => (line.id === teeId ? { ...line, kind: 'credit' as const, typedUnitPrice: '-25.00' } : line)) ?? [];
  const shown =
    mug === undefined || tee === undefined
      ? []
      : [
          { ...mug, quantity: 20 },
          { ...tee, ...taken },
        ];
  const lines = offered.map((line) => (line.id === mugId ? { ...line, quantity: 20 } : line));
  openEstimate(() => anEstimatePage({ lines: shown, offer: offer === null ? null : { ...offer, lines } }), ok);
  const user = userEvent.setup();
  const quantity = await screen.findByLabelText('Quantity of Mug');
  expect(button('Accept').disabled).toBe(false);
  await user.clear(quantity);
  await user.type(quantity, '10');
  // 10 × 4.10 − 50.00 = −9.00.
  expect((await screen.findByText(/so the total is below 0\. Choose more, or request changes\.$/)).closest('[role=status]')).not.toBeNull();
  expect(button('Accept').disabled).toBe(true);
  await user.clear(quantity);
  await user.type(quantity, '20');
  await waitFor(() => expect(screen.queryByText(/total is below 0/)).toBeNull());
  expect(button('Accept').disabled).toBe(false);
});

test('a revision whose total cannot be met is read, not chosen from or accepted, and a new one is asked for', async () => {
  const asked = openEstimate(
    () => anEstimatePage({ needsReissue: true, mayAcceptInPart: false, offer: null }),
    () => ({ body: { ...aDecision('declined', null), kind: 'changes_requested' } }),
  );
  expect(await screen.findByText('This estimate cannot be accepted as it stands')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  expect(screen.queryByLabelText('Quantity of Mug')).toBeNull();
  const user = userEvent.setup();
  await user.click(button('Request changes'));
  await user.type(screen.getByLabelText('What should change?'), 'Please send it again.');
  await user.click(button('Send request'));
  await waitFor(() => expect(asked).toMatchObject([{ path: '/request-changes' }]));
});
