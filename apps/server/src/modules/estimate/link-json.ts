import type { EstimateLink } from '@backdesk/contract/estimate/link-routes.ts';
import { documentRecipient } from './document-link.ts';
import type { EstimateLinkRow } from './queries/links.ts';

export function linkJson({ recipient, createdAt, revokedAt, revokedBy, lastViewedAt, ...link }: EstimateLinkRow): EstimateLink {
  const kind = recipient === '' ? 'copied' : recipient === documentRecipient ? 'document' : 'person';
  return {
    ...link,
    kind,
    recipient: kind === 'person' ? recipient : '',
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    revokedBy: revokedAt === null ? null : revokedBy,
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
  };
}
