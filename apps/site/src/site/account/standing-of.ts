import type { SiteOrderRow } from '@backdesk/contract/site/schema.ts';
import { fulfilmentStanding } from '@backdesk/domain/fulfilment/pickup-status.ts';
import { t } from './texts.ts';

/** Where an order stands, as the customer is told: what has shipped, or can be fetched, says more than that it was submitted. */
export function standingOf(order: Pick<SiteOrderRow, 'stage' | 'fulfilmentStatus' | 'pickupStatus'>): string {
  const { stage } = order;
  const gone = stage === 'submitted' ? t.fulfilment[fulfilmentStanding(order)]() : '';
  if (gone !== '') return gone;
  return Object.hasOwn(t.stage, stage) ? t.stage[stage as keyof typeof t.stage]() : '';
}
