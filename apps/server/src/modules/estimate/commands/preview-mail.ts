import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { MailPreview } from '@backdesk/contract/order/estimate-revision.ts';
import { renderEstimateMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { documentName, estimateMailInput } from '../mail-input.ts';
import { toldInMail } from './told-in-mail.ts';

/** The mail of a revision as it would be sent, but for the recipient's own link: that is made when it is sent. */
export async function previewMail(context: CommandContext, content: FrozenEstimate, message: string): Promise<MailPreview> {
  const { publicUrl } = context;
  const told = await toldInMail(context, content);
  const rendered = await renderEstimateMail(
    estimateMailInput(content, {
      link: `${publicUrl}/e/…`,
      documentLink: `${publicUrl}/api/estimates/v1/…/document?revision=${content.revision}`,
      message,
      ...told,
    }),
  );
  return { ...rendered, attachments: [documentName(content)] };
}
