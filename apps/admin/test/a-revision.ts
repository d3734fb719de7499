import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';

/** An open revision that was handed on on 27 November 2026, and is valid for a month. */
export function aRevision(more: Partial<EstimateRevision> = {}): EstimateRevision {
  const at = '2026-11-27T15:00:00.000Z';
  return {
    ...{ revision: 2, status: 'open', expired: false, total: { amount: 5435, currency: 'USD' }, open: [], validUntil: '2026-12-27' },
    ...{ expiresAt: '2026-12-28T04:59:59Z', message: '', issuedAt: at, issuedBy: 'Jonas Berg', releasedAt: at, sha256: 'a'.repeat(64) },
    ...{ sentTo: [], deliveries: [], sentAt: at, viewedAt: null, viewCount: 0, lockUntil: '2026-12-28T04:59:59Z', today: null, ratesGone: [], decisions: [] },
    ...more,
  };
}
