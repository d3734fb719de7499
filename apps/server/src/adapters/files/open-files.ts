import { diskStore } from './disk-store.ts';
import { inspectFile } from './inspect-file.ts';
import type { Files } from './port.ts';

/** Files kept in a folder. */
export const openFiles = (folder: string): Files => ({ ...diskStore(folder), inspect: inspectFile });
