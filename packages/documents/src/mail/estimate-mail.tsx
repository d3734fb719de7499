// The mail that carries an estimate. What the customer decides by stands first and without scrolling: how much, until
// when, and the button. Nothing in it accepts anything: mail scanners follow links (a GET decides nothing).
import { Button, Heading, Hr, Link, render, Section, Text } from 'react-email';
import { accentOf } from './accent.ts';
import { isolated, manyLines, oneLine } from './clean-text.ts';
import { Frame } from './frame.tsx';
import { OrderLines } from './order-lines.tsx';
import { addressAsText, blocks, linesAsText, messageAsText } from './plain-text.ts';
import { styles } from './style.ts';
import type { EstimateMailInput, RenderedMail } from './types.ts';
import { plusOpen, totalInWords } from './wording.ts';

/** Renders the mail of one estimate revision. Throws when the link is not http(s): a mail must not carry a script. */
export async function renderEstimateMail(input: EstimateMailInput): Promise<RenderedMail> {
  if (!/^https?:\/\//.test(input.link)) throw new Error('The link of an estimate mail must start with http:// or https://');
  const { account, estimate, totals } = input;
  const subject = oneLine(`Estimate ${estimate.number} from ${oneLine(account.name)} – ${totalInWords(totals)}, valid until ${estimate.validUntil}`);
  return { subject, html: await render(<EstimateMail input={input} subject={subject} />), text: asText(input) };
}

function forWhom({ customer }: EstimateMailInput): string {
  return [customer.name, customer.company].map(oneLine).filter(Boolean).join(', ');
}

function EstimateMail({ input, subject }: { readonly input: EstimateMailInput; readonly subject: string }) {
  const { account, estimate, totals, link, documentLink, changes } = input;
  const accent = accentOf(account.accent);
  const open = plusOpen(totals.open);
  const message = manyLines(input.message);
  return (
    <Frame account={account} locale={input.locale} subject={subject} preview={`${totalInWords(totals)}, valid until ${estimate.validUntil}`}>
      <Heading as="h1" className="strong" style={styles.title}>
        {estimate.title}
      </Heading>
      {forWhom(input) === '' ? null : (
        <Text className="quiet" style={styles.quiet}>
          for <bdi>{forWhom(input)}</bdi>
        </Text>
      )}
      <Text className="strong" style={styles.total}>
        {totals.total}
      </Text>
      <Text className="quiet" style={styles.quiet}>
        {open === '' ? '' : `${open} · `}valid until {estimate.validUntil}
      </Text>
      <Section style={{ marginTop: 20 }}>
        <Button
          href={link}
          className="button"
          style={{ backgroundColor: accent.background, borderRadius: 6, color: accent.text, fontSize: 16, fontWeight: 600, padding: '12px 24px' }}
        >
          View estimate
        </Button>
      </Section>
      <Text className="quiet" style={styles.quiet}>
        The PDF is attached.{' '}
        <Link href={documentLink} className="quiet" style={{ color: '#575047', textDecoration: 'underline' }}>
          Download it
        </Link>
      </Text>
      {message.length === 0 ? null : (
        <Text className="message" style={styles.message} dir="auto">
          {message.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
            <span key={index}>
              {index > 0 ? <br /> : null}
              {line}
            </span>
          ))}
        </Text>
      )}
      {changes === null ? null : (
        <Section style={{ marginTop: 20 }}>
          <Text className="strong" style={styles.name}>
            {oneLine(changes.title)}
          </Text>
          {changes.sentences.map((sentence) => (
            <Text key={sentence} className="quiet" style={styles.quiet}>
              <bdi>{oneLine(sentence)}</bdi>
            </Text>
          ))}
        </Section>
      )}
      <OrderLines lines={input.lines} totals={totals} />
      <Text className="quiet" style={styles.quiet}>
        {oneLine(input.hold)}
      </Text>
      <Hr className="hairline" style={styles.hairline} />
      <Text className="quiet" style={{ ...styles.quiet, overflowWrap: 'anywhere' }}>
        If the button does not work, open this address:
        <br />
        <Link href={link} className="quiet" style={{ color: '#575047', textDecoration: 'underline' }}>
          {link}
        </Link>
      </Text>
    </Frame>
  );
}

function asText(input: EstimateMailInput): string {
  const { account, estimate, totals } = input;
  return blocks(
    `${estimate.title} from ${isolated(account.name)}${forWhom(input) === '' ? '' : `\nfor ${isolated(forWhom(input))}`}`,
    `${totalInWords(totals)}\nvalid until ${estimate.validUntil}`,
    `View estimate:\n${input.link}`,
    `The PDF is attached, and here:\n${input.documentLink}`,
    messageAsText(input.message),
    input.changes === null ? '' : [input.changes.title, ...input.changes.sentences.map((sentence) => `- ${sentence}`)].map(oneLine).map(isolated).join('\n'),
    linesAsText(input.lines, totals),
    isolated(oneLine(input.hold)),
    addressAsText(account),
  );
}
