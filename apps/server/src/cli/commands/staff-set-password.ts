import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkPassword } from '../../modules/staff/check-password.ts';
import { setPassword } from '../../modules/staff/commands/set-password.ts';
import { UsageError } from '../usage-error.ts';
import { withServices } from '../with-services.ts';

export const usage = 'staff set-password EMAIL   (reads the password from stdin when something is piped in, else makes one up)';

/** Sets a password and ends the sessions of that person. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [email] = positionals;
  if (email === undefined) throw new UsageError(`Whose password? backdesk ${usage}`);
  const given = process.stdin.isTTY ? '' : await readStdin();
  if (given !== '') checkPassword('/password', given, email);
  const password = given === '' ? randomBytes(12).toString('base64url') : given;
  const isKnown = await withServices('backdesk staff set-password', (services) => setPassword(services.db, email, password));
  if (!isKnown) throw new UsageError(`Nobody signs in as ${email}.`);
  console.log(given === '' ? `The password of ${email} is now ${password}` : `The password of ${email} is set.`);
}

async function readStdin(): Promise<string> {
  let text = '';
  for await (const part of process.stdin) text += String(part);
  return text.replace(/\r?\n$/, '');
}
