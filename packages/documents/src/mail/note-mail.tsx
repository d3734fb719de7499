// A short mail: what happened in a sentence or two, what somebody wrote, and the one thing to press. Reminders and messages.
import { Heading, render, Text } from 'react-email';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks, messageAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { NoteMailInput, RenderedMail } from './types.ts';

export async function renderNoteMail(input: NoteMailInput): Promise<RenderedMail> {
  const subject = oneLine(input.subject);
  return { subject, html: await render(<NoteMail input={input} subject={subject} />), text: asText(input) };
}

function NoteMail({ input, subject }: { readonly input: NoteMailInput; readonly subject: string }) {
  const { account, locale, title, total, sentences, words, link, linkLabel } = input;
  const written = manyLines(words);
  return (
    <Frame account={account} locale={locale} subject={subject} preview={sentences[0] ?? title}>
      <Heading as="h1" className="strong" style={styles.title}>
        <bdi>{oneLine(title)}</bdi>
      </Heading>
      {total !== '' && (
        <Text className="strong" style={styles.total}>
          {total}
        </Text>
      )}
      {sentences.map((sentence) => (
        <Text key={sentence} className="quiet" style={styles.quiet}>
          <bdi>{oneLine(sentence)}</bdi>
        </Text>
      ))}
      {written.length > 0 && (
        <Text className="message" style={styles.message} dir="auto">
          {written.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={index}>
              {index > 0 ? <br /> : null}
              {line}
            </span>
          ))}
        </Text>
      )}
      <LinkButton accent={account.accent} link={link}>
        {linkLabel}
      </LinkButton>
    </Frame>
  );
}

function asText({ account, title, total, sentences, words, link, linkLabel }: NoteMailInput): string {
  return blocks(
    total === '' ? isolated(oneLine(title)) : `${isolated(oneLine(title))}\n${total}`,
    sentences.map((sentence) => isolated(oneLine(sentence))).join('\n'),
    messageAsText(words),
    `${linkLabel}:\n${link}`,
    addressAsText(account),
  );
}
