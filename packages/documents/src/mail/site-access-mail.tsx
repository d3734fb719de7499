// The mails with which a customer comes to the site: who registered goes on with it, who was invited begins with it; in both a password is
// chosen behind the link, never before. And the one that says that who waited was let in.
import { Heading, render, Text } from 'react-email';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks } from './plain-text.ts';
import { styles } from './style.ts';
import type { RenderedMail, SiteAccessMailInput } from './types.ts';
import { Paragraphs, paragraphsAsText, type Written, writtenIn } from './written.tsx';

/** Renders the mail that lets a customer in. */
export async function renderSiteAccessMail(input: SiteAccessMailInput): Promise<RenderedMail> {
  const written = writtenOf(input);
  return { subject: written.subject, html: await render(<SiteAccessMail input={input} written={written} />), text: asText(input, written) };
}

const titles = { register: 'Confirm your email', invite: 'Your sign-in', approve: 'You can sign in' } as const;
const labels = { register: 'Choose a password', invite: 'Choose a password', approve: 'Sign in' } as const;

/** Who registers is answered in our words: they asked for it, and nobody knows yet who they are. */
function writtenOf({ name, purpose, account, validUntil, wording }: SiteAccessMailInput): Written {
  const values = { store: account.name, customer: name, valid_until: validUntil };
  const registering = { subject: 'Confirm your email for {store}', text: 'Hello {customer}. Choose a password to finish registering at {store}.' };
  if (purpose === 'approve') return writtenIn('site_approved', wording, values);
  return writtenIn('site_invitation', purpose === 'register' ? registering : wording, values);
}

const closing = ({ validUntil }: SiteAccessMailInput) =>
  validUntil === '' ? '' : `The link works once, until ${validUntil}. If you did not expect it, do nothing.`;

function SiteAccessMail({ input, written }: { readonly input: SiteAccessMailInput; readonly written: Written }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={written.subject} preview={written.paragraphs[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        {titles[input.purpose]}
      </Heading>
      <Paragraphs written={written} />
      <LinkButton accent={input.account.accent} link={input.link}>
        {labels[input.purpose]}
      </LinkButton>
      {closing(input) !== '' && (
        <Text className="quiet" style={styles.quiet}>
          {closing(input)}
        </Text>
      )}
    </Frame>
  );
}

function asText(input: SiteAccessMailInput, written: Written): string {
  const { purpose, link, account } = input;
  return blocks(titles[purpose], paragraphsAsText(written), `${labels[purpose]}:\n${link}`, closing(input), addressAsText(account));
}
