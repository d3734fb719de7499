import type { SiteOrderRow } from '@backdesk/contract/site/schema.ts';
import { t } from './texts.ts';

/** Where an order stands, as the customer is told: what has shipped says more than that it was submitted. */
export function standingOf({ stage, fulfilmentStatus }: Pick<SiteOrderRow, 'stage' | 'fulfilmentStatus'>): string {
  const gone = stage === 'submitted' ? t.fulfilment[fulfilmentStatus]() : '';
  if (gone !== '') return gone;
  return Object.hasOwn(t.stage, stage) ? t.stage[stage as keyof typeof t.stage]() : '';
}
