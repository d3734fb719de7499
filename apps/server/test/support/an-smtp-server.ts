// A real SMTP server on loopback, with a mind of its own: what it takes is parsed as a mail program would.
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type Received = { readonly mail: ParsedMail; readonly source: string; readonly recipients: readonly string[] };

export type SmtpPeer = {
  readonly url: string;
  readonly received: readonly Received[];
  /** Replies to give instead of taking the next mails, in turn: [451, "Try again later"]. */
  readonly replies: (readonly [code: number, text: string])[];
  /** Addresses it does not know, refused with 550 one by one. */
  readonly unknown: Set<string>;
  readonly close: () => Promise<void>;
};

const says = ([code, text]: readonly [number, string]) => Object.assign(new Error(text), { responseCode: code });

export async function anSmtpServer(credentials?: { readonly user: string; readonly password: string }): Promise<SmtpPeer> {
  const received: Received[] = [];
  const replies: [number, string][] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: credentials === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _session, done) =>
      username === credentials?.user && password === credentials?.password ? done(null, { user: username }) : done(new Error('Wrong password')),
    onRcptTo: ({ address }, _session, done) => done(unknown.has(address) ? says([550, `No such user: ${address}`]) : null),
    onData: (stream, session: SMTPServerSession, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const reply = replies.shift();
        if (reply !== undefined) return done(says(reply));
        const source = Buffer.concat(parts).toString('utf8');
        received.push({ mail: await simpleParser(source), source, recipients: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const user = credentials === undefined ? '' : `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.password)}@`;
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    received,
    replies,
    unknown,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
