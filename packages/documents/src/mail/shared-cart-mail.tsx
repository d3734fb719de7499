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

/** Renders the mail of a shared cart. */
export async function renderSharedCartMail(input: SharedCartMailInput): Promise<RenderedMail> {
  const subject = oneLine(`${title(input)} at ${oneLine(input.account.name)} – ${totalInWords(input.totals)}`);
  return { subject, html: await render(<SharedCartMail input={input} subject={subject} />), text: asText(input) };
}

const title = ({ cart }: SharedCartMailInput) => (cart === '' ? 'A cart for you' : `A cart for you: ${oneLine(cart)}`);

function sentence({ customer, account }: SharedCartMailInput): string {
  const hello = `${['Hello', oneLine(customer.name)].filter(Boolean).join(' ')}.`;
  return `${hello} ${oneLine(account.name)} has put this cart together for you. Look at it, change what you like and order when it suits you.`;
}

const closing = ({ validUntil }: SharedCartMailInput) => `The link works until ${validUntil}. Opening it changes nothing.`;

function SharedCartMail({ input, subject }: { readonly input: SharedCartMailInput; readonly subject: string }) {
  const message = manyLines(input.message);
  return (
    <Frame account={input.account} locale={input.locale} subject={subject} preview={sentence(input)}>
      <Heading as="h1" className="strong" style={styles.title}>
        <bdi>{title(input)}</bdi>
      </Heading>
      <Text className="strong" style={styles.total}>
        {totalInWords(input.totals)}
      </Text>
      <Text className="quiet" style={styles.quiet}>
        <bdi>{sentence(input)}</bdi>
      </Text>
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

function asText(input: SharedCartMailInput): string {
  return blocks(
    `${isolated(title(input))}\n${totalInWords(input.totals)}`,
    isolated(sentence(input)),
    manyLines(input.message).map(isolated).join('\n'),
    `Open the cart:\n${input.link}`,
    linesAsText(input.lines, input.totals),
    closing(input),
    addressAsText(input.account),
  );
}
