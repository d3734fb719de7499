// The mail with which a customer comes to the site: who registered goes on with it, who was invited begins with it. In both a password is
// chosen behind the link, never before.
import { Heading, render, Text } from 'react-email';
import { isolated, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks } from './plain-text.ts';
import { styles } from './style.ts';
import type { RenderedMail, SiteAccessMailInput } from './types.ts';

/** Renders the mail that lets a customer in. */
export async function renderSiteAccessMail(input: SiteAccessMailInput): Promise<RenderedMail> {
  const store = oneLine(input.account.name);
  const subject = oneLine(input.purpose === 'register' ? `Confirm your email for ${store}` : `Your sign-in at ${store}`);
  return { subject, html: await render(<SiteAccessMail input={input} subject={subject} />), text: asText(input) };
}

const title = ({ purpose }: SiteAccessMailInput) => (purpose === 'register' ? 'Confirm your email' : 'Your sign-in');

function sentence({ name, purpose, account }: SiteAccessMailInput): string {
  const hello = `${['Hello', oneLine(name)].filter(Boolean).join(' ')}.`;
  const store = oneLine(account.name);
  return purpose === 'register'
    ? `${hello} Choose a password to finish registering at ${store}.`
    : `${hello} ${store} has made you a sign-in: your prices, orders and saved carts in one place. Choose a password to begin.`;
}

const closing = ({ validUntil }: SiteAccessMailInput) => `The link works once, until ${validUntil}. If you did not expect it, do nothing.`;

function SiteAccessMail({ input, subject }: { readonly input: SiteAccessMailInput; readonly subject: string }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={subject} preview={sentence(input)}>
      <Heading as="h1" className="strong" style={styles.title}>
        {title(input)}
      </Heading>
      <Text className="quiet" style={styles.quiet}>
        <bdi>{sentence(input)}</bdi>
      </Text>
      <LinkButton accent={input.account.accent} link={input.link}>
        Choose a password
      </LinkButton>
      <Text className="quiet" style={styles.quiet}>
        {closing(input)}
      </Text>
    </Frame>
  );
}

function asText(input: SiteAccessMailInput): string {
  return blocks(title(input), isolated(sentence(input)), `Choose a password:\n${input.link}`, closing(input), addressAsText(input.account));
}
