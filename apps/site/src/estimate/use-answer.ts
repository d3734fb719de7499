import { ApiProblem } from '@backdesk/contract/client.ts';
import { useState } from 'react';
import { texts } from './texts.ts';

/** 'overtaken': it is another revision, or another status, than the one that was answered, or it is gone. */
export type Sent = 'answered' | 'overtaken';

const overtaking: ReadonlySet<string> = new Set(['estimate.not_open', 'estimate.gone', 'estimate.needs_reissue', 'order.moved']);

export type Answer = {
  readonly isBusy: boolean;
  readonly failed: string | null;
  /** Lines that cannot be delivered, for which it was refused. */
  readonly undeliverable: readonly string[];
  /** Sends once, however often it is pressed or the answer lost. */
  readonly send: (call: (options: { readonly idempotencyKey: string }) => Promise<unknown>) => void;
};

function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return texts.notSent;
  if (error.problem.status === 429) return texts.tooOften;
  // Refused by what is chosen: the titles of such refusals are written for who reads them.
  if (error.problem.status === 422 && (error.problem.refusals ?? []).length > 0) return texts.refused(error.problem.title);
  // A file is kept for a day without an acceptance.
  return error.problem.errors?.some(({ pointer }) => pointer === '/poFileId') === true ? texts.fileGone : texts.notSent;
}

const linesOf = ({ problem }: ApiProblem) => (problem.refusals ?? []).flatMap(({ lineId }) => lineId ?? []);

/** Sends an answer to the shop; what goes wrong is said in place, and what is overtaken is read again. */
export function useAnswer(onSent: (sent: Sent) => Promise<void>): Answer {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [undeliverable, setUndeliverable] = useState<readonly string[]>([]);
  const [key, setKey] = useState(() => crypto.randomUUID());

  async function send(call: (options: { readonly idempotencyKey: string }) => Promise<unknown>) {
    if (isBusy) return;
    setBusy(true);
    setFailed(null);
    setUndeliverable([]);
    try {
      await call({ idempotencyKey: key });
      await onSent('answered');
    } catch (error) {
      // A refused answer may be mended and sent again: that is another one.
      if (error instanceof ApiProblem) setKey(crypto.randomUUID());
      if (error instanceof ApiProblem && error.problem.code === 'estimate.not_deliverable') setUndeliverable(linesOf(error));
      else if (error instanceof ApiProblem && overtaking.has(error.problem.code)) {
        await onSent('overtaken').catch(() => setFailed(texts.notSent));
      } else setFailed(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, failed, undeliverable, send: (call) => void send(call) };
}
