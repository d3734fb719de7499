// The order's life as a picture, drawn from the table itself so that the documents cannot tell another story.
import { transitions } from './lifecycle.ts';
import { type OrderAction, type Stage, stages } from './types.ts';

/** The lifecycle as a Mermaid state diagram: an arrow for each action that a stage allows, in the order of the table. */
export function lifecycleDiagram(): string {
  const arrows = stages.flatMap((from) =>
    (Object.entries(transitions[from]) as [OrderAction, Stage][]).map(([action, to]) => `    ${from} --> ${to}: ${action}`),
  );
  const starts = ['    [*] --> draft', '    [*] --> cart'];
  const ends = stages.filter((stage) => Object.keys(transitions[stage]).length === 0).map((stage) => `    ${stage} --> [*]`);
  return ['stateDiagram-v2', ...starts, ...arrows, ...ends].join('\n');
}
