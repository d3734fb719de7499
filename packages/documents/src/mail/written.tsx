// What a mail says in the account's own words: a template filled with what this mail is about, in paragraphs.
import { fillTemplate, type MailTemplateName, mailTemplates, type Wording } from '@backdesk/domain/mail/mail-templates.ts';
import { Text } from 'react-email';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { styles } from './style.ts';

export type Written = { readonly subject: string; readonly paragraphs: readonly string[] };

/** `wording` undefined: what the mail says as it comes. Values are made one line each: nobody's name begins a paragraph. */
export function writtenIn(name: MailTemplateName, wording: Wording | undefined, values: Readonly<Record<string, string>>): Written {
  const { subject, text } = wording ?? mailTemplates[name].standard;
  const clean = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, oneLine(value)]));
  return { subject: oneLine(fillTemplate(subject, clean)), paragraphs: manyLines(fillTemplate(text, clean)).filter((line) => line !== '') };
}

export function Paragraphs({ written: { paragraphs } }: { readonly written: Written }) {
  return paragraphs.map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
    <Text key={at} className="quiet" style={styles.quiet}>
      <bdi>{paragraph}</bdi>
    </Text>
  ));
}

export const paragraphsAsText = ({ paragraphs }: Written): string => paragraphs.map(isolated).join('\n\n');
