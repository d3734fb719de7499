// The mail that shares a saved cart: what is in it and what it comes to, and the link by which it is taken.
import { Heading, render, Text } from 'react-email';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { OrderLines } from './order-lines.tsx';
import { addressAsText, blocks, linesAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { RenderedMail, SharedCartMailInput } from './types.ts';
import { totalInWords } from './wording.ts';
import { Paragraphs, paragraphsAsText, type Written, writtenIn } from './written.tsx';

/** Renders the mail of a shared cart. */
export async function renderSharedCartMail(input: SharedCartMailInput): Promise<RenderedMail> {
  const written = writtenOf(input);
  return { subject: written.subject, html: await render(<SharedCartMail input={input} written={written} />), text: asText(input, written) };
}

const title = ({ cart }: SharedCartMailInput) => (cart === '' ? 'A cart for you' : `A cart for you: ${oneLine(cart)}`);

const writtenOf = ({ wording, account, customer, cart, totals, validUntil }: SharedCartMailInput): Written =>
  writtenIn('saved_cart_shared', wording, { store: account.name, customer: customer.name, cart, total: totalInWords(totals), valid_until: validUntil });

const closing = ({ validUntil }: SharedCartMailInput) => `The link works until ${validUntil}. Opening it changes nothing.`;

function SharedCartMail({ input, written }: { readonly input: SharedCartMailInput; readonly written: Written }) {
  const message = manyLines(input.message);
  return (
    <Frame account={input.account} locale={input.locale} subject={written.subject} preview={written.paragraphs[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        <bdi>{title(input)}</bdi>
      </Heading>
      <Text className="strong" style={styles.total}>
        {totalInWords(input.totals)}
      </Text>
      <Paragraphs written={written} />
      {message.length > 0 && (
        <Text className="message" style={styles.message}>
          {message.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={at}>
              {at > 0 && <br />}
              <bdi>{line}</bdi>
            </span>
          ))}
        </Text>
      )}
      <LinkButton accent={input.account.accent} link={input.link}>
        Open the cart
      </LinkButton>
      <OrderLines lines={input.lines} totals={input.totals} />
      <Text className="quiet" style={styles.quiet}>
        {closing(input)}
      </Text>
    </Frame>
  );
}

function asText(input: SharedCartMailInput, written: Written): string {
  return blocks(
    `${isolated(title(input))}\n${totalInWords(input.totals)}`,
    paragraphsAsText(written),
    manyLines(input.message).map(isolated).join('\n'),
    `Open the cart:\n${input.link}`,
    linesAsText(input.lines, input.totals),
    closing(input),
    addressAsText(input.account),
  );
}
