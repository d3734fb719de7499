// An estimate in a customer's hands, and what they answer, over HTTP with nothing but the link.
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { tokenOf } from './a-ready-order.ts';
import type { TestApp } from './create-test-app.ts';

export type Estimate = { readonly id: string; readonly token: string; readonly page: EstimatePage };

/** Issues what there is and copies its link. */
export async function inTheirHands(app: TestApp, id: string, revision = 1): Promise<Estimate> {
  const { client } = app.owner;
  await client.issueEstimate({ params: { id }, body: {} });
  const token = tokenOf((await client.copyEstimateLink({ params: { id, revision } })).url);
  return { id, token, page: await app.anonymous.client.getEstimatePage({ params: { token } }) };
}

export type Answered = { readonly status: number; readonly body: Record<string, unknown> & { readonly code?: string } };

/** Posts an answer as the page does; `body` adds to what accepting as it is sends. */
export async function answer(app: TestApp, { token, page }: Estimate, verb: 'accept' | 'decline' | 'request-changes', body: object = {}): Promise<Answered> {
  const { sha256, consent, totals } = page;
  const yes = verb === 'accept' ? { name: 'Dana Fox', total: totals.total, consent } : {};
  const headers = { 'user-agent': 'A browser', 'x-forwarded-for': '203.0.113.7' };
  const response = await app.anonymous.request('POST', `/api/estimates/v1/${token}/${verb}`, { sha256, ...yes, ...body }, headers);
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}
