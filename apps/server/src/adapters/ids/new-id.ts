import { randomUUIDv7 } from 'node:crypto';

/** Makes a UUID of version 7: ids of one table sort by when they were made, so that indexes grow at their end. */
export type NewId = () => string;

export const newUuid: NewId = () => randomUUIDv7();
