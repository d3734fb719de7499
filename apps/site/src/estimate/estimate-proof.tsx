import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import { texts } from './texts.ts';

/** By what the PDFs that were drawn are known: who got one can tell whether it is the very file. */
export function EstimateProof({ papers }: { readonly papers: EstimateContent['papers'] }) {
  const drawn = [
    ...(papers.document === null ? [] : [{ name: texts.document, hash: papers.document }]),
    ...(papers.certificate === null ? [] : [{ name: texts.certificate, hash: papers.certificate }]),
  ];
  if (drawn.length === 0) return null;
  return (
    <dl className="estimate-proof" aria-label={texts.proof}>
      {drawn.map(({ name, hash }) => (
        <div key={name}>
          <dt>{texts.proofOf(name)}</dt>
          <dd>
            <Hash name={name} hash={hash} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Hash({ name, hash }: { readonly name: string; readonly hash: string }) {
  const [copied, setCopied] = useState<'yes' | 'by_hand' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(hash).then(
      () => setCopied('yes'),
      () => setCopied('by_hand'),
    );
  return (
    <>
      <code title={hash}>{copied === 'by_hand' ? hash : `${hash.slice(0, 8)}…${hash.slice(-8)}`}</code>
      <Button size="small" variant="quiet" aria-label={texts.copyHash(name)} onClick={() => void copy()}>
        {copied === 'yes' ? texts.hashCopied : texts.copy}
      </Button>
    </>
  );
}
