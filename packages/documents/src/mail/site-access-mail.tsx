// The mail with which a customer comes to the site: who registered goes on with it, who was invited begins with it. In both a password is
// chosen behind the link, never before.
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

const title = ({ purpose }: SiteAccessMailInput) => (purpose === 'register' ? 'Confirm your email' : 'Your sign-in');

/** Who registers is answered in our words: they asked for it, and nobody knows yet who they are. */
function writtenOf({ name, purpose, account, validUntil, wording }: SiteAccessMailInput): Written {
  const values = { store: account.name, customer: name, valid_until: validUntil };
  const registering = { subject: 'Confirm your email for {store}', text: 'Hello {customer}. Choose a password to finish registering at {store}.' };
  return writtenIn('site_invitation', purpose === 'register' ? registering : wording, values);
}

const closing = ({ validUntil }: SiteAccessMailInput) => `The link works once, until ${validUntil}. If you did not expect it, do nothing.`;

function SiteAccessMail({ input, written }: { readonly input: SiteAccessMailInput; readonly written: Written }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={written.subject} preview={written.paragraphs[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        {title(input)}
      </Heading>
      <Paragraphs written={written} />
      <LinkButton accent={input.account.accent} link={input.link}>
        Choose a password
      </LinkButton>
      <Text className="quiet" style={styles.quiet}>
        {closing(input)}
      </Text>
    </Frame>
  );
}

function asText(input: SiteAccessMailInput, written: Written): string {
  return blocks(title(input), paragraphsAsText(written), `Choose a password:\n${input.link}`, closing(input), addressAsText(input.account));
}
