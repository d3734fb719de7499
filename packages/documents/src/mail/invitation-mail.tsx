// The mail that lets a colleague in. It says who asks them, to which store, until when the link works, and nothing else.
import { Heading, render, Text } from 'react-email';
import { isolated, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks } from './plain-text.ts';
import { styles } from './style.ts';
import type { InvitationMailInput, RenderedMail } from './types.ts';

/** Renders the invitation of a staff member. */
export async function renderInvitationMail(input: InvitationMailInput): Promise<RenderedMail> {
  const subject = oneLine(`Join ${oneLine(input.account.name)} on Backdesk`);
  return { subject, html: await render(<InvitationMail input={input} subject={subject} />), text: asText(input) };
}

function sentence({ invitedBy, account }: InvitationMailInput): string {
  const store = oneLine(account.name);
  return invitedBy === ''
    ? `You are invited to work at the order desk of ${store}.`
    : `${oneLine(invitedBy)} invites you to work at the order desk of ${store}.`;
}

const closing = ({ validUntil }: InvitationMailInput) => `The link works once, until ${validUntil}. If you did not expect it, do nothing.`;

function InvitationMail({ input, subject }: { readonly input: InvitationMailInput; readonly subject: string }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={subject} preview={sentence(input)}>
      <Heading as="h1" className="strong" style={styles.title}>
        Your invitation
      </Heading>
      <Text className="quiet" style={styles.quiet}>
        <bdi>{sentence(input)}</bdi>
      </Text>
      <LinkButton accent={input.account.accent} link={input.link}>
        Accept the invitation
      </LinkButton>
      <Text className="quiet" style={styles.quiet}>
        {closing(input)}
      </Text>
    </Frame>
  );
}

function asText(input: InvitationMailInput): string {
  return blocks('Your invitation', isolated(sentence(input)), `Accept the invitation:\n${input.link}`, closing(input), addressAsText(input.account));
}
