import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { UsageError } from './usage-error.ts';

/** What `--map 'HEADING=TARGET'` says, given as often as there are columns to explain; an empty target leaves the column out. */
export function mappingOf(options: readonly string[], isTarget: (text: string) => boolean, targets: string): Mapping {
  return Object.fromEntries(
    options.map((option) => {
      // A heading may hold the sign too.
      const at = option.lastIndexOf('=');
      const [heading, target] = [option.slice(0, at).trim(), option.slice(at + 1).trim()];
      if (at === -1 || heading === '') throw new UsageError(`Say --map 'HEADING=TARGET', not "${option}".`);
      if (target !== '' && !isTarget(target)) throw new UsageError(`"${target}" is nothing that a column can be taken for: ${targets}.`);
      return [heading, target];
    }),
  );
}
