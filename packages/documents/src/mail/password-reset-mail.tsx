// The mail with the link to a new password. Whoever did not ask for it learns that nothing has happened.
import { Heading, render, Text } from 'react-email';
import { isolated, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks } from './plain-text.ts';
import { styles } from './style.ts';
import type { PasswordResetMailInput, RenderedMail } from './types.ts';

/** Renders the mail for a forgotten password. */
export async function renderPasswordResetMail(input: PasswordResetMailInput): Promise<RenderedMail> {
  const subject = oneLine(`Set a new password for ${oneLine(input.account.name)}`);
  return { subject, html: await render(<PasswordResetMail input={input} subject={subject} />), text: asText(input) };
}

const sentence = ({ name }: PasswordResetMailInput) =>
  `${['Hello', oneLine(name)].filter(Boolean).join(' ')}. Somebody asked for a new password for your sign-in.`;
const closing = ({ minutes }: PasswordResetMailInput) =>
  `The link works once, for ${minutes} minutes. If it was not you, do nothing: your password stays as it is.`;

function PasswordResetMail({ input, subject }: { readonly input: PasswordResetMailInput; readonly subject: string }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={subject} preview={sentence(input)}>
      <Heading as="h1" className="strong" style={styles.title}>
        A new password
      </Heading>
      <Text className="quiet" style={styles.quiet}>
        <bdi>{sentence(input)}</bdi>
      </Text>
      <LinkButton accent={input.account.accent} link={input.link}>
        Set a new password
      </LinkButton>
      <Text className="quiet" style={styles.quiet}>
        {closing(input)}
      </Text>
    </Frame>
  );
}

function asText(input: PasswordResetMailInput): string {
  return blocks('A new password', isolated(sentence(input)), `Set a new password:\n${input.link}`, closing(input), addressAsText(input.account));
}
