// The mail that says an order has arrived. It confirms what was submitted, with the total of that very version.
import { Heading, render, Text } from 'react-email';
import { isolated, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { OrderLines } from './order-lines.tsx';
import { addressAsText, blocks, linesAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { OrderReceivedMailInput, RenderedMail } from './types.ts';
import { totalInWords } from './wording.ts';

/** Renders the confirmation of a submitted order, or of one that waits for approval (`pending`). */
export async function renderOrderReceivedMail(input: OrderReceivedMailInput): Promise<RenderedMail> {
  const subject = oneLine(`${input.title} received by ${oneLine(input.account.name)} – ${totalInWords(input.totals)}`);
  return { subject, html: await render(<OrderReceivedMail input={input} subject={subject} />), text: asText(input) };
}

function sentence({ pending, receivedOn, customer }: OrderReceivedMailInput): string {
  const thanks = [`Thank you`, oneLine(customer.name)].filter(Boolean).join(', ');
  return pending ? `${thanks}. We received your order on ${receivedOn}; it waits for approval.` : `${thanks}. We received your order on ${receivedOn}.`;
}

/** What the customer knows the order by besides its number: purchase order and destination. */
function facts({ poNumber, shipTo, supersedes }: OrderReceivedMailInput): readonly string[] {
  const place = shipTo.map(oneLine).filter(Boolean).join(', ');
  return [
    ...(supersedes === '' ? [] : [`${supersedes} is closed by this order: it no longer waits for your answer.`]),
    ...(poNumber === '' ? [] : [`Purchase order ${oneLine(poNumber)}`]),
    ...(place === '' ? [] : [`Ships to ${place}`]),
  ];
}

function OrderReceivedMail({ input, subject }: { readonly input: OrderReceivedMailInput; readonly subject: string }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={subject} preview={sentence(input)}>
      <Heading as="h1" className="strong" style={styles.title}>
        {input.title}
      </Heading>
      <Text className="strong" style={styles.total}>
        {totalInWords(input.totals)}
      </Text>
      <Text className="quiet" style={styles.quiet}>
        <bdi>{sentence(input)}</bdi>
      </Text>
      {facts(input).map((fact) => (
        <Text key={fact} className="quiet" style={styles.quiet}>
          <bdi>{fact}</bdi>
        </Text>
      ))}
      <OrderLines lines={input.lines} totals={input.totals} />
    </Frame>
  );
}

function asText(input: OrderReceivedMailInput): string {
  return blocks(
    `${input.title}\n${totalInWords(input.totals)}`,
    isolated(sentence(input)),
    facts(input).map(isolated).join('\n'),
    linesAsText(input.lines, input.totals),
    addressAsText(input.account),
  );
}
