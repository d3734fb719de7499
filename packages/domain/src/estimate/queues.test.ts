import { expect, test } from 'vitest';
import { estimateQueues, nextStep } from './queues.ts';

test.each([
  [[], null, []],
  [['no_answer'], 'call', []],
  [['no_answer', 'expiring'], 'extend', ['no_answer']],
  [['no_answer', 'drifted'], 'issue_or_honour', ['no_answer']],
  [['not_viewed', 'expiring', 'drifted'], 'extend', ['not_viewed', 'drifted']],
  // It is not out yet: sending it looks at its prices and its days.
  [['unsent', 'expiring', 'drifted'], 'send', ['expiring', 'drifted']],
  [['changes_requested', 'expiring'], 'answer', ['expiring']],
  [['accepted', 'drifted'], 'order', ['drifted']],
] as const)('%j: %s', (queues, action, besides) => {
  const step = nextStep(queues);
  expect([step?.action ?? null, step?.besides ?? []]).toEqual([action, besides]);
});

test('every queue says what to do by itself', () => {
  expect(estimateQueues.flatMap((queue) => nextStep([queue])?.queue ?? [])).toEqual(estimateQueues);
});
