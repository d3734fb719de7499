// The thread of an order: what customer and staff write each other.
import { z } from 'zod';
import { id, text, time } from '../core/primitives.ts';

export const message = z.strictObject({
  id,
  author: z.enum(['staff', 'customer']),
  name: z.string().describe('who wrote it, as they were called then'),
  line: z.string().describe('the line it is about, by name; empty: the whole'),
  text: z.string(),
  at: time,
});

export const newMessage = z.strictObject({ text: text(5000).refine((value) => value.trim() !== '', 'must not be empty') });

export type Message = z.infer<typeof message>;
