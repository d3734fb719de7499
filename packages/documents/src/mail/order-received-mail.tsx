// The mail that says an order has arrived. It confirms what was submitted, with the total of that very version.
import { Heading, render, Text } from 'react-email';
import { isolated, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { OrderLines } from './order-lines.tsx';
import { addressAsText, blocks, linesAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { OrderReceivedMailInput, RenderedMail } from './types.ts';
import { totalInWords } from './wording.ts';
import { Paragraphs, paragraphsAsText, type Written, writtenIn } from './written.tsx';

/** Renders the confirmation of a submitted order, or of one that waits for approval (`pending`). */
export async function renderOrderReceivedMail(input: OrderReceivedMailInput): Promise<RenderedMail> {
  const written = writtenOf(input);
  return { subject: written.subject, html: await render(<OrderReceivedMail input={input} written={written} />), text: asText(input, written) };
}

const writtenOf = ({ wording, account, customer, title, totals, receivedOn, poNumber }: OrderReceivedMailInput): Written =>
  writtenIn('order_received', wording, {
    store: account.name,
    customer: customer.name,
    order: title,
    total: totalInWords(totals),
    received_on: receivedOn,
    po_number: poNumber,
  });

/** What the customer knows the order by besides its number: purchase order and destination. */
function facts({ pending, poNumber, shipTo, supersedes }: OrderReceivedMailInput): readonly string[] {
  const place = shipTo.map(oneLine).filter(Boolean).join(', ');
  return [
    ...(pending ? ['We have it, and it waits for approval.'] : []),
    ...(supersedes === '' ? [] : [`${supersedes} is closed by this order: it no longer waits for your answer.`]),
    ...(poNumber === '' ? [] : [`Purchase order ${oneLine(poNumber)}`]),
    ...(place === '' ? [] : [`Ships to ${place}`]),
  ];
}

function OrderReceivedMail({ input, written }: { readonly input: OrderReceivedMailInput; readonly written: Written }) {
  return (
    <Frame account={input.account} locale={input.locale} subject={written.subject} preview={written.paragraphs[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        {input.title}
      </Heading>
      <Text className="strong" style={styles.total}>
        {totalInWords(input.totals)}
      </Text>
      <Paragraphs written={written} />
      {facts(input).map((fact) => (
        <Text key={fact} className="quiet" style={styles.quiet}>
          <bdi>{fact}</bdi>
        </Text>
      ))}
      <OrderLines lines={input.lines} totals={input.totals} />
    </Frame>
  );
}

function asText(input: OrderReceivedMailInput, written: Written): string {
  return blocks(
    `${input.title}\n${totalInWords(input.totals)}`,
    paragraphsAsText(written),
    facts(input).map(isolated).join('\n'),
    linesAsText(input.lines, input.totals),
    addressAsText(input.account),
  );
}
