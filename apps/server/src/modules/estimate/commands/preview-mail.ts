import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type RenderedMail, renderEstimateMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { estimateMailInput } from '../mail-input.ts';

/** The mail of a revision as it would be sent, but for the recipient's own link: that is made when it is sent. */
export function previewMail({ publicUrl }: Pick<CommandContext, 'publicUrl'>, content: FrozenEstimate, message: string): Promise<RenderedMail> {
  return renderEstimateMail(estimateMailInput(content, { link: `${publicUrl}/e/…`, message }));
}
