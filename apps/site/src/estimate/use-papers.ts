import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { useEffect, useState } from 'react';
import { api } from './use-estimate.ts';

type Papers = EstimateContent['papers'];
type Of = { readonly estimate: Pick<EstimateContent, 'papers' | 'revision'>; readonly token: string; readonly isEarlier: boolean };

/** Tries to learn the hash of a PDF that is being drawn: a long one takes some seconds. */
const tries = 8;

/** What was drawn of the shown revision; `fetched` says that one is being fetched now, which draws it. */
export function usePapers({ estimate, token, isEarlier }: Of): { readonly papers: Papers; readonly fetched: (paper: keyof Papers) => void } {
  const [known, setKnown] = useState<Papers>(estimate.papers);
  const [awaited, setAwaited] = useState<keyof Papers | null>(null);
  const { revision } = estimate;
  useEffect(() => {
    if (awaited === null) return;
    let left = tries;
    const timer = setInterval(async () => {
      left -= 1;
      if (left < 0) return setAwaited(null);
      const read = isEarlier ? api.readEarlierRevision({ params: { token, revision } }) : api.getEstimatePage({ params: { token } });
      const papers = await read.then((content) => (content.revision === revision ? content.papers : null)).catch(() => null);
      if (papers === null || papers[awaited] === null) return;
      setKnown(papers);
      setAwaited(null);
    }, 1500);
    return () => clearInterval(timer);
  }, [awaited, isEarlier, token, revision]);
  const papers = { document: estimate.papers.document ?? known.document, certificate: estimate.papers.certificate ?? known.certificate };
  return { papers, fetched: (paper) => (papers[paper] === null ? setAwaited(paper) : undefined) };
}
