import type { MailRow } from '@backdesk/contract/outbox/schema.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export function settingsQuery() {
  return queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => api.getSettings({}, { signal }) });
}

export function letterheadQuery() {
  return queryOptions({ queryKey: ['settings', 'letterhead'], queryFn: ({ signal }) => api.getLetterhead({}, { signal }) });
}

export function unitListQuery() {
  return queryOptions({ queryKey: ['settings', 'units'], queryFn: ({ signal }) => api.getUnitList({}, { signal }) });
}

export function taxRatesQuery() {
  return queryOptions({ queryKey: ['tax-rates'], queryFn: ({ signal }) => api.listTaxRates({ query: { limit: 200 } }, { signal }) });
}

export function shippingZonesQuery() {
  return queryOptions({ queryKey: ['shipping-zones'], queryFn: ({ signal }) => api.listShippingZones({ query: { limit: 200 } }, { signal }) });
}

export function apiKeysQuery() {
  return queryOptions({ queryKey: ['api-keys'], queryFn: ({ signal }) => api.listApiKeys({ query: { limit: 200 } }, { signal }) });
}

export function mailsQuery(cursor: string | undefined, state: MailRow['state'] | undefined) {
  return queryOptions({
    queryKey: ['outbox', { cursor, state }],
    queryFn: ({ signal }) => api.listMails({ query: { limit: 50, ...(cursor && { cursor }), ...(state && { state }) } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

export function mailQuery(mailId: string) {
  return queryOptions({
    queryKey: ['outbox', 'mail', mailId],
    queryFn: ({ signal }) => api.getMail({ params: { id: mailId } }, { signal }),
    // What is on its way is soon something else.
    refetchInterval: ({ state }) => (state.data?.state === 'queued' ? 2_000 : false),
  });
}
