import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';

/** The answers that can still be given: what is gone from the catalogue is not sent back to it. */
export function offeredConfiguration(options: readonly ConfigurationOptionJson[], configuration: Configuration): Configuration {
  const kept = options.flatMap((option) => {
    const answer = configuration[option.id];
    if (answer === undefined) return [];
    return option.kind !== 'choice' || option.values.some((value) => value.id === answer) ? [[option.id, answer] as const] : [];
  });
  return Object.fromEntries(kept);
}
