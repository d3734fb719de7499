import { describe, expect, it } from 'vitest';
import { fulfilmentStanding, pickupStatus, type SetAside } from './pickup-status.ts';

const shipments = [
  { id: 'van', kind: 'ship' },
  { id: 'shop', kind: 'pickup' },
] as const;
const shipped: SetAside = { shipmentId: 'van', isVoided: false, fetchedOn: null };
const ready: SetAside = { shipmentId: 'shop', isVoided: false, fetchedOn: null };
const fetched: SetAside = { ...ready, fetchedOn: '2026-11-24' };
const takenBack: SetAside = { ...ready, isVoided: true };

describe('what is fetched', () => {
  it.each<[string, readonly SetAside[], ReturnType<typeof pickupStatus>]>([
    ['nothing went out', [], null],
    ['what ships waits for nobody', [shipped], null],
    ['set aside', [ready], 'waiting'],
    ['set aside and taken back', [takenBack], null],
    ['fetched', [fetched], 'fetched'],
    ['one of two fetched', [fetched, ready], 'waiting'],
    ['fetched, and another shipped', [fetched, shipped], null],
    ['fetched, and a wrong one taken back', [fetched, takenBack], 'fetched'],
  ])('%s', (_what, fulfilments, status) => expect(pickupStatus({ shipments, fulfilments })).toBe(status));

  it.each([
    ['unshipped', null, 'unshipped'],
    ['shipped', null, 'shipped'],
    ['part_shipped', null, 'part_shipped'],
    ['shipped', 'waiting', 'ready'],
    ['part_shipped', 'waiting', 'part_ready'],
    ['shipped', 'fetched', 'fetched'],
    ['part_shipped', 'fetched', 'part_fetched'],
  ] as const)('%s and %s is told as %s', (status, pickup, told) => {
    expect(fulfilmentStanding({ fulfilmentStatus: status, pickupStatus: pickup })).toBe(told);
  });
});
