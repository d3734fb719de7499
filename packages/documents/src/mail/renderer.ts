// The entry that Vite builds into dist/mail.js.
import { renderDecisionMail } from './decision-mail.tsx';
import { renderEstimateMail } from './estimate-mail.tsx';
import { renderInvitationMail } from './invitation-mail.tsx';
import { renderNoteMail } from './note-mail.tsx';
import { renderOrderNewsMail } from './order-news-mail.tsx';
import { renderOrderReceivedMail } from './order-received-mail.tsx';
import { renderPasswordResetMail } from './password-reset-mail.tsx';
import { renderSharedCartMail } from './shared-cart-mail.tsx';
import { renderSiteAccessMail } from './site-access-mail.tsx';
import type { MailRenderer } from './types.ts';

export const mailRenderer: MailRenderer = {
  renderEstimateMail,
  renderDecisionMail,
  renderNoteMail,
  renderOrderReceivedMail,
  renderOrderNewsMail,
  renderSharedCartMail,
  renderInvitationMail,
  renderPasswordResetMail,
  renderSiteAccessMail,
};
