import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import { configurationOptionsOf } from '@backdesk/contract/catalog/configuration-input.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { askedOptions, checkConfiguration, enteredConfiguration, missingOptions } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { useMemo, useState } from 'react';
import { offeredConfiguration } from './offered-configuration.ts';

/** Answers, and what is known of the files that they name. */
export type Entered = { readonly configuration: Configuration; readonly files: readonly FileFacts[] };

export type ConfigurationState = Entered & {
  /** What is asked with these answers, in order. */
  readonly asked: readonly ConfigurationOptionJson[];
  /** What stands in the way, by option: missing answers too. */
  readonly faults: ReadonlyMap<string, Refusal>;
  readonly answer: (optionId: string, answer: string) => void;
  readonly answerFile: (optionId: string, file: FileFacts | null) => void;
  /** As it is sent and shown on a line. */
  readonly entered: Entered;
};

/** The answers while they are given, by the rules that the server has. */
export function useConfiguration(
  options: readonly ConfigurationOptionJson[],
  present: Pick<OrderLine, 'configuration' | 'answers'> | undefined,
): ConfigurationState {
  const [configuration, setConfiguration] = useState<Configuration>(() => offeredConfiguration(options, present?.configuration ?? {}));
  const [files, setFiles] = useState<readonly FileFacts[]>(() => present?.answers.flatMap(({ file }) => file ?? []) ?? []);
  return useMemo(() => {
    const rules = configurationOptionsOf(options);
    const asked = new Set(askedOptions(rules, configuration).map(({ id }) => id));
    const missing = missingOptions(rules, configuration).map(
      ({ id, name }): Refusal => ({ code: 'line.configuration_missing', pointer: id, detail: { option: name } }),
    );
    const refused = checkConfiguration(rules, configuration, files);
    const answer = (optionId: string, text: string) => setConfiguration((now) => ({ ...now, [optionId]: text }));
    return {
      configuration,
      files,
      asked: options.filter(({ id }) => asked.has(id)),
      faults: new Map([...missing, ...refused].map((refusal) => [(refusal.pointer ?? '').replace('/configuration/', ''), refusal])),
      answer,
      answerFile: (optionId, file) => {
        if (file !== null) setFiles((now) => [...now, file]);
        answer(optionId, file?.id ?? '');
      },
      entered: { configuration: enteredConfiguration(rules, configuration), files },
    };
  }, [options, configuration, files]);
}
