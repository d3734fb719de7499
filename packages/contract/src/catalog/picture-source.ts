import { z } from 'zod';
import { id } from '../core/primitives.ts';

/** Where a picture of a product comes from: one of the two. */
export const pictureSource = {
  fileId: id.optional().describe('a picture that was sent'),
  url: z.string().max(2000).optional().describe('an https or http address, or one that the product has already'),
};
