// The mails as the server sees them. Node does not read .tsx, so the templates are built once by Vite into dist/ and
// loaded here when the first mail is made; the types come from the sources.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type { RenderedMail } from './mail/types.ts';

import type {
  DecisionMailInput,
  EstimateMailInput,
  InvitationMailInput,
  MailRenderer,
  NoteMailInput,
  OrderNewsMailInput,
  OrderReceivedMailInput,
  PasswordResetMailInput,
  RenderedMail,
  SharedCartMailInput,
  SiteAccessMailInput,
} from './mail/types.ts';

const built = new URL('../dist/mail.js', import.meta.url);
let renderer: Promise<MailRenderer> | null = null;

function load(): Promise<MailRenderer> {
  if (!existsSync(fileURLToPath(built))) throw new Error('The mail templates are not built. Run: npm run build');
  renderer ??= (import(built.href) as Promise<{ mailRenderer: MailRenderer }>).then((module) => module.mailRenderer);
  return renderer;
}

/** The mail that carries an estimate: total, date and link at the top, every line below. Subject, HTML and plain text. */
export async function renderEstimateMail(input: EstimateMailInput): Promise<RenderedMail> {
  return (await load()).renderEstimateMail(input);
}

/** The mail that tells a customer's decision about an estimate, to staff or as the customer's own copy. Subject, HTML and plain text. */
export async function renderDecisionMail(input: DecisionMailInput): Promise<RenderedMail> {
  return (await load()).renderDecisionMail(input);
}

/** The mail that says an order was received, or that it waits for approval. Subject, HTML and plain text. */
export async function renderOrderReceivedMail(input: OrderReceivedMailInput): Promise<RenderedMail> {
  return (await load()).renderOrderReceivedMail(input);
}

/** The mail that says what became of an order: canceled, or on its way. Subject, HTML and plain text. */
export async function renderOrderNewsMail(input: OrderNewsMailInput): Promise<RenderedMail> {
  return (await load()).renderOrderNewsMail(input);
}

/** A short mail: some sentences, what somebody wrote, one link. Subject, HTML and plain text. */
export async function renderNoteMail(input: NoteMailInput): Promise<RenderedMail> {
  return (await load()).renderNoteMail(input);
}

/** The mail that shares a saved cart: what is in it, and the link. Subject, HTML and plain text. */
export async function renderSharedCartMail(input: SharedCartMailInput): Promise<RenderedMail> {
  return (await load()).renderSharedCartMail(input);
}

/** The mail that invites somebody to the staff of an account. Subject, HTML and plain text. */
export async function renderInvitationMail(input: InvitationMailInput): Promise<RenderedMail> {
  return (await load()).renderInvitationMail(input);
}

/** The mail with the link to a new password. Subject, HTML and plain text. */
export async function renderPasswordResetMail(input: PasswordResetMailInput): Promise<RenderedMail> {
  return (await load()).renderPasswordResetMail(input);
}

/** The mail by which a customer comes to the site: registered or invited. Subject, HTML and plain text. */
export async function renderSiteAccessMail(input: SiteAccessMailInput): Promise<RenderedMail> {
  return (await load()).renderSiteAccessMail(input);
}
