import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { useEffect, useState } from 'react';
import { api } from './use-estimate.ts';

type Papers = EstimateContent['papers'];
type Of = { readonly estimate: Pick<EstimateContent, 'papers' | 'revision'>; readonly token: string; readonly isEarlier: boolean };

/** Waits before each look for the hash of a PDF that is being drawn, in milliseconds: mostly it is there in a second, of a long one on a busy shop in a minute. */
const waits = [1500, 1500, 1500, 2000, 3000, 4000, 6000, 8000, ...new Array<number>(10).fill(10_000)];

/** What was drawn of the shown revision; `fetched` says that one is being fetched now, which draws it. */
export function usePapers({ estimate, token, isEarlier }: Of): { readonly papers: Papers; readonly fetched: (paper: keyof Papers) => void } {
  const [known, setKnown] = useState<Papers>(estimate.papers);
  const [awaited, setAwaited] = useState<keyof Papers | null>(null);
  const { revision } = estimate;
  useEffect(() => {
    if (awaited === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const read = isEarlier ? api.readEarlierRevision({ params: { token, revision } }) : api.getEstimatePage({ params: { token } });
      const papers = await read.then((content) => (content.revision === revision ? content.papers : null)).catch(() => null);
      if (isOver || papers === null || papers[awaited] === null) return;
      setKnown(papers);
      setAwaited(null);
    };
    const wait = (at: number): void => {
      const milliseconds = waits[at];
      if (isOver) return;
      if (milliseconds === undefined) setAwaited(null);
      else timer = setTimeout(() => look().then(() => wait(at + 1)), milliseconds);
    };
    wait(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [awaited, isEarlier, token, revision]);
  const papers = { document: estimate.papers.document ?? known.document, certificate: estimate.papers.certificate ?? known.certificate };
  return { papers, fetched: (paper) => (papers[paper] === null ? setAwaited(paper) : undefined) };
}
