import { largestImportFile } from '@backdesk/contract/import/schema.ts';

/** Bytes a second of the slowest line over which the largest file still arrives: a megabit. */
const slowestLine = 125_000;

/** In milliseconds. Whoever sends no headers holds a connection for a minute; a body has as long as the largest file takes. Node gives it five minutes. */
export const serverTimeouts = { headersTimeout: 60_000, requestTimeout: Math.ceil((largestImportFile / slowestLine) * 1000) };
