// What happened to an order, in plain words.

import { z } from 'zod';
import { time } from '../core/primitives.ts';
import { person } from './order.ts';

export const historyEntry = z
  .strictObject({
    version: z.int(),
    index: z.int(),
    type: z.string(),
    at: time,
    actor: person,
    sentence: z.string().describe('in plain words: "Quantity of TEE-RED-M from 12 to 24"'),
    undoable: z.boolean(),
    undone: z.boolean(),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.infer<typeof historyEntry>;
