import type { EstimateDecision, KeptDecision } from '@backdesk/contract/estimate/decision.ts';

/** A kept decision as both sides are shown it. */
export function decisionJson({ sha256, content }: { readonly sha256: string; readonly content: KeptDecision }): EstimateDecision {
  const { kind, revision, at, name, title, channel, recordedBy, poNumber, result, reason, note, comments } = content;
  return {
    ...{ kind, revision, at, name, title, channel, recordedBy, poNumber, reason, text: note, sha256 },
    files: (content.files ?? []).map((file) => ({ ...file })),
    total: result === null ? null : { amount: result.total, currency: result.currency },
    open: [...(result?.open ?? [])],
    comments: comments.map((comment) => ({ ...comment })),
  };
}
