import { ApiProblem } from '@backdesk/contract/client.ts';
import { fileSize } from './file-size.ts';
import { t } from './texts.ts';

/** Whether the same file may arrive when it is sent once more: the way to us failed, or we did; nothing was said of the file. */
export function mayArriveLater(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.problem.status >= 500 || error.problem.status === 429;
}

/** Why a file was not taken, in words that say what to do. */
export function uploadProblem(error: unknown, number: (value: number) => string): string {
  if (!(error instanceof ApiProblem)) return t.unreachable();
  const { code, title, detail } = error.problem;
  switch (code) {
    case 'file.empty':
      return t.empty();
    case 'file.not_taken':
      return t.notTaken();
    case 'file.lies':
      return t.lies(String(detail?.name ?? ''), String(detail?.holds ?? ''));
    case 'file.broken':
      return t.broken();
    case 'file.locked':
      return t.locked();
    case 'file.too_many_pixels':
      return t.tooManyPixels();
    case 'file.has_script':
      return t.hasScript();
    case 'request.too_large':
      return t.tooLarge(fileSize(Number(detail?.limitBytes ?? 0), number));
    default:
      return title;
  }
}
