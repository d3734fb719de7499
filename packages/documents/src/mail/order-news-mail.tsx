// The mails that say what became of an order after it was received: canceled, or on its way. They name pieces, not prices: what it
// costs was confirmed before, and nothing here can say another sum.
import { Heading, render, Text } from 'react-email';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { addressAsText, blocks } from './plain-text.ts';
import { styles } from './style.ts';
import type { OrderNewsMailInput, RenderedMail } from './types.ts';
import { Paragraphs, paragraphsAsText, type Written, writtenIn } from './written.tsx';

/** As many as a mail names one by one; the rest is counted. */
const mostPieces = 100;

/** Renders the news of an order. */
export async function renderOrderNewsMail(input: OrderNewsMailInput): Promise<RenderedMail> {
  const written = writtenIn(input.news, input.wording, { store: input.account.name, customer: input.customer.name, order: input.title, ...input.values });
  return { subject: written.subject, html: await render(<OrderNewsMail input={input} written={written} />), text: asText(input, written) };
}

function piecesOf({ pieces }: OrderNewsMailInput): { readonly shown: readonly string[]; readonly more: string } {
  const shown = pieces.slice(0, mostPieces).map(({ name, detail, quantity }) => `${quantity} × ${[name, detail].map(oneLine).filter(Boolean).join(', ')}`);
  const rest = pieces.length - shown.length;
  return { shown, more: rest === 0 ? '' : rest === 1 ? 'and 1 more line' : `and ${rest} more lines` };
}

function OrderNewsMail({ input, written }: { readonly input: OrderNewsMailInput; readonly written: Written }) {
  const { shown, more } = piecesOf(input);
  const words = manyLines(input.words);
  return (
    <Frame account={input.account} locale={input.locale} subject={written.subject} preview={written.paragraphs[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        {input.title}
      </Heading>
      <Paragraphs written={written} />
      {words.length > 0 && (
        <Text className="message" style={styles.message}>
          {words.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={at}>
              {at > 0 && <br />}
              <bdi>{line}</bdi>
            </span>
          ))}
        </Text>
      )}
      {input.facts.map((fact) => (
        <Text key={fact} className="quiet" style={styles.quiet}>
          <bdi>{oneLine(fact)}</bdi>
        </Text>
      ))}
      {input.link !== null && (
        <LinkButton accent={input.account.accent} link={input.link.address}>
          {input.link.label}
        </LinkButton>
      )}
      {shown.length > 0 && (
        <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'collapse', marginTop: 16 }}>
          <tbody>
            {[...shown, ...(more === '' ? [] : [more])].map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
              <tr key={at} className="hairline" style={styles.line}>
                <td style={styles.cell}>
                  <Text className="strong" style={styles.name}>
                    <bdi>{piece}</bdi>
                  </Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {input.closing !== '' && (
        <Text className="quiet" style={styles.quiet}>
          {input.closing}
        </Text>
      )}
    </Frame>
  );
}

function asText(input: OrderNewsMailInput, written: Written): string {
  const { shown, more } = piecesOf(input);
  return blocks(
    input.title,
    paragraphsAsText(written),
    manyLines(input.words).map(isolated).join('\n'),
    input.facts.map((fact) => isolated(oneLine(fact))).join('\n'),
    input.link === null ? '' : `${input.link.label}:\n${input.link.address}`,
    [...shown, more].filter(Boolean).map(isolated).join('\n'),
    input.closing,
    addressAsText(input.account),
  );
}
