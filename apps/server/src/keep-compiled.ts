import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './config.ts';

/**
 * Keeps what Node compiled of the sources and libraries for the next process, beside the libraries, where only who
 * installed them writes: about half of the work of a start and of each command is reading code. What changed is compiled
 * anew (the key is the content); where the folder cannot be written all is compiled each time, as without.
 */
export function keepCompiled(): void {
  enableCompileCache(join(projectRoot, 'node_modules/.cache/backdesk-compiled'));
}
