// Files that come with an acceptance: the customer's purchase order, and what shows that they said yes where staff recorded it.
import { type FileDemand, fileKindNames, largestFile } from './kinds.ts';

/** A purchase order as people have it: a PDF, or a picture of the paper; 10 MB at most. */
export const poFileDemand: FileDemand = { kinds: ['pdf', 'png', 'jpeg', 'webp', 'tiff'], largestBytes: 10_000_000 };

/** A mail printed as PDF, a picture of a screen or of paper, a folder of both. */
export const proofFileDemand: FileDemand = { kinds: fileKindNames.filter((kind) => kind !== 'svg'), largestBytes: largestFile };

/** Files that somebody with a link may have sent without using them; more are swept a day later. */
export const mostUnusedFiles = 10;
