import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { fileSize } from '../files/file-size.ts';
import { t as files } from '../files/texts.ts';
import { t } from './texts.ts';

/** What is wrong with the answer to an option, under its field. */
export function faultText({ code, detail = {} }: Refusal, kind: string, { number }: Pick<Format, 'number'>): string {
  const option = String(detail.option ?? '');
  if (code === 'line.configuration_missing') return missing(option, kind);
  if (code === 'line.configuration_too_long') return t.tooLong(number(Number(detail.maximum)));
  if (code === 'line.configuration_unknown') return t.chooseOne(option);
  switch (detail.reason) {
    case 'number':
      return t.notANumber();
    case 'minimum':
      return t.atLeast(number(String(detail.minimum)));
    case 'maximum':
      return t.atMost(number(String(detail.maximum)));
    case 'step':
      return t.inSteps(number(String(detail.step)));
    case 'date':
      return t.notADay();
    case 'file_kind':
      return files.wrongKind(String(detail.kinds));
    case 'file_size':
      return files.tooLarge(fileSize(Number(detail.largestBytes), number));
    case 'file':
      return t.fileGone();
    default:
      return t.wrongPattern();
  }
}

function missing(option: string, kind: string): string {
  switch (kind) {
    case 'choice':
      return t.chooseOne(option);
    case 'checkbox':
      return t.tickIt(option);
    case 'file':
      return t.sendOne(option);
    case 'date':
      return t.chooseDay(option);
    case 'number':
      return t.typeNumber(option);
    default:
      return t.typeSomething(option);
  }
}
