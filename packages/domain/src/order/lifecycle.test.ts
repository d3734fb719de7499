// Every stage × every action: where it leads, or the refusal. And the picture in the documents is the table's.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isEditable, nextStage, transitions } from './lifecycle.ts';
import { lifecycleDiagram } from './lifecycle-diagram.ts';
import { type OrderAction, orderActions, type Stage, stages } from './types.ts';

/** The table as design "Stages" tells it, written a second time on purpose: stage, action, next stage. */
const allowed: readonly (readonly [Stage, OrderAction, Stage])[] = [
  ['cart', 'save_cart', 'saved_cart'],
  ['cart', 'submit', 'submitted'],
  ['cart', 'submit_for_approval', 'pending'],
  ['draft', 'convert', 'estimate'],
  ['draft', 'save_as_cart', 'saved_cart'],
  ['draft', 'submit', 'submitted'],
  ['draft', 'submit_for_approval', 'pending'],
  ['estimate', 'convert', 'estimate'],
  ['estimate', 'withdraw', 'draft'],
  ['estimate', 'save_as_cart', 'saved_cart'],
  ['estimate', 'submit', 'submitted'],
  ['estimate', 'submit_for_approval', 'pending'],
  ['saved_cart', 'take_back', 'draft'],
  ['saved_cart', 'activate', 'cart'],
  ['saved_cart', 'submit', 'submitted'],
  ['saved_cart', 'submit_for_approval', 'pending'],
  ['pending', 'approve', 'submitted'],
  ['pending', 'decline', 'approval_declined'],
  ['approval_declined', 'reopen', 'draft'],
  ['submitted', 'cancel', 'canceled'],
];

describe('every stage × action', () => {
  test.each(stages.flatMap((stage) => orderActions.map((action) => ({ stage, action }))))('$stage: $action', ({ stage, action }) => {
    const to = allowed.find(([from, by]) => from === stage && by === action)?.[2];
    expect(nextStage(stage, action)).toEqual(
      to === undefined ? { ok: false, reason: { code: 'order.no_such_transition', detail: { stage, action } } } : { ok: true, value: to },
    );
  });

  test('every action is of use somewhere', () => {
    expect(orderActions.filter((action) => !allowed.some(([, by]) => by === action))).toEqual([]);
  });
});

describe('reaching', () => {
  function reachableFrom(start: Stage): ReadonlySet<Stage> {
    const reached = new Set<Stage>([start]);
    for (const stage of reached) for (const next of Object.values(transitions[stage])) reached.add(next);
    return reached;
  }

  test('every stage can be reached from a draft, which is how staff start', () => {
    expect([...reachableFrom('draft')].toSorted()).toEqual([...stages].toSorted());
  });

  test('and from a customer’s cart', () => {
    expect([...reachableFrom('cart')].toSorted()).toEqual([...stages].toSorted());
  });

  test('from every stage but the last an order can still end', () => {
    for (const stage of stages) expect(reachableFrom(stage).has('canceled')).toBe(true);
  });

  test('what was handed in never becomes editable again, but for what the approver declined', () => {
    expect([...reachableFrom('submitted')].filter(isEditable)).toEqual([]);
    expect(Object.values(transitions.pending).filter(isEditable)).toEqual([]);
  });
});

test('lines, prices and checkout may change in a cart, a draft, an estimate and a saved cart, in no other stage', () => {
  expect(stages.filter(isEditable)).toEqual(['cart', 'draft', 'estimate', 'saved_cart']);
});

test('docs/lifecycle.md shows the diagram of this table', () => {
  const page = readFileSync(new URL('../../../../docs/lifecycle.md', import.meta.url), 'utf8');
  const shown = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1];
  expect(shown, 'the table changed: put what lifecycleDiagram() gives into docs/lifecycle.md').toBe(lifecycleDiagram());
});
