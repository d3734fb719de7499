import { checkConfiguration } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration, ConfigurationOption } from '@backdesk/domain/catalog/configuration-options.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';

/** The answers that a product of today takes, each looked at by itself, and whether that is less than was given. */
export function offeredAnswers(
  options: readonly ConfigurationOption[],
  given: Configuration,
  files: readonly FileFacts[],
): { readonly configuration: Record<string, string>; readonly isLess: boolean } {
  const all = Object.entries(given);
  const offered = all.filter(([option, answer]) => checkConfiguration(options, { [option]: answer }, files).length === 0);
  return { configuration: Object.fromEntries(offered), isLess: offered.length < all.length };
}
