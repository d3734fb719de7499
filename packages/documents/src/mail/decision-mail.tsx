// The mail that tells a customer's decision about an estimate: to staff at once, and to the customer as their own copy of what
// they accepted. It says what was kept as evidence, no more and no less.
import { Heading, render, Text } from 'react-email';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { LinkButton } from './link-button.tsx';
import { OrderLines } from './order-lines.tsx';
import { addressAsText, blocks, linesAsText, messageAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { DecisionMailInput, RenderedMail } from './types.ts';
import { totalInWords } from './wording.ts';

export async function renderDecisionMail(input: DecisionMailInput): Promise<RenderedMail> {
  const subject = oneLine(subjectOf(input));
  return { subject, html: await render(<DecisionMail input={input} subject={subject} />), text: asText(input) };
}

const done = { accepted: 'accepted', accepted_in_part: 'accepted in part', declined: 'declined', changes_requested: 'changes asked for' } as const;

function subjectOf({ estimate, kind, to, by, totals, account }: DecisionMailInput): string {
  const total = totals === null ? '' : ` – ${totalInWords(totals)}`;
  if (to === 'customer') return `You ${done[kind]} ${estimate.title} from ${oneLine(account.name)}${total}`;
  return `${estimate.title}: ${done[kind]}${by === '' ? '' : ` by ${oneLine(by)}`}${total}`;
}

function sentences({ estimate, kind, to, by, decidedAt, reason, poNumber, consent, remarks, recordedBy, customer }: DecisionMailInput): readonly string[] {
  const who = by === '' ? [customer.name, customer.company].map(oneLine).filter(Boolean).join(', ') : oneLine(by);
  const first =
    kind === 'changes_requested'
      ? `${who} asked for changes to ${estimate.title} on ${decidedAt}.`
      : to === 'customer'
        ? `${who} ${done[kind]} ${estimate.title} on ${decidedAt}. This is your copy.`
        : `${who} ${done[kind]} ${estimate.title} on ${decidedAt}.`;
  const isAccepted = kind === 'accepted' || kind === 'accepted_in_part';
  return [
    first,
    ...(recordedBy === '' ? [] : [`Recorded by ${oneLine(recordedBy)}.`]),
    ...(reason === '' ? [] : [`Reason: ${oneLine(reason)}`]),
    ...(poNumber === '' ? [] : [`Purchase order ${oneLine(poNumber)}`]),
    ...(consent === '' ? [] : [`“${oneLine(consent)}”`]),
    ...remarks.map(oneLine),
    ...(isAccepted ? ['The accepted estimate with its certificate is attached as PDF.'] : []),
  ];
}

const linkLabel = ({ to }: DecisionMailInput) => (to === 'customer' ? 'View estimate' : 'Open the order');
const commentAsText = ({ line, text }: DecisionMailInput['comments'][number]) => (line === '' ? text : `${oneLine(line)}: ${text}`);

function DecisionMail({ input, subject }: { readonly input: DecisionMailInput; readonly subject: string }) {
  const { account, locale, totals, lines, comments, link, estimate } = input;
  return (
    <Frame account={account} locale={locale} subject={subject} preview={sentences(input)[0] ?? ''}>
      <Heading as="h1" className="strong" style={styles.title}>
        {estimate.title}
      </Heading>
      {totals !== null && (
        <Text className="strong" style={styles.total}>
          {totalInWords(totals)}
        </Text>
      )}
      {sentences(input).map((sentence) => (
        <Text key={sentence} className="quiet" style={styles.quiet}>
          <bdi>{sentence}</bdi>
        </Text>
      ))}
      {comments.map((comment) => (
        <Text key={commentAsText(comment)} className="strong" style={styles.name}>
          {manyLines(commentAsText(comment)).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={index} style={{ display: 'block' }}>
              <bdi>{line}</bdi>
            </span>
          ))}
        </Text>
      ))}
      <LinkButton accent={account.accent} link={link}>
        {linkLabel(input)}
      </LinkButton>
      {totals !== null && <OrderLines lines={lines} totals={totals} />}
    </Frame>
  );
}

function asText(input: DecisionMailInput): string {
  const { totals, lines, comments, link, estimate, account } = input;
  return blocks(
    totals === null ? estimate.title : `${estimate.title}\n${totalInWords(totals)}`,
    sentences(input).map(isolated).join('\n'),
    comments.map((comment) => messageAsText(commentAsText(comment))).join('\n\n'),
    `${linkLabel(input)}:\n${link}`,
    totals === null ? '' : linesAsText(lines, totals),
    addressAsText(account),
  );
}
