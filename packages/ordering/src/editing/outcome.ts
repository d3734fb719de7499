import type { ProblemBody } from '@backdesk/contract/problem.ts';

/** What became of an op. */
export type Outcome = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly problem: ProblemBody | null };

/** As an outcome; or it is kept here, and what becomes of it is shown with all that is unsent. */
export type Entrusted = Outcome | 'kept';
