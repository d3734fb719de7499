import { isDeepStrictEqual } from 'node:util';
import type { setLetterhead as setLetterheadSchema } from '@backdesk/contract/settings/schema.ts';
import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import type { z } from 'zod';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { listReadable } from '../../file/commands/list-readable.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import { invalidField } from '../../problem.ts';
import { getLetterhead, type LetterheadRow } from '../queries/letterhead.ts';
import { addEvent, lockAccount, saveLetterhead, updateAccount } from '../store.ts';
import { refuseConflict } from './refuse-conflict.ts';

/** Puts these in place of what estimates say of who sells. What was issued keeps what it says: it is frozen. */
export async function setLetterhead(context: CommandContext, given: z.output<typeof setLetterheadSchema>): Promise<LetterheadRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const { version, logo, ...said } = await getLetterhead(tx, scope);
  const before: Readonly<Record<string, unknown>> = { ...said, logoFileId: logo?.fileId ?? null };
  const { basedOn, ...fields } = given;
  const address = fields.address === null ? null : await checkedAddress({ address: fields.address, pointer: '/address', stored: async () => [said.address] });
  const wanted = { ...fields, address };
  const changed = Object.entries(wanted).flatMap(([field, value]) => (isDeepStrictEqual(value, before[field]) ? [] : field));
  if (changed.length === 0) return { version, logo, ...said };
  if (basedOn !== undefined) await refuseConflict(context, basedOn, changed);
  if (changed.includes('logoFileId') && wanted.logoFileId !== null) await useLogo(context, wanted.logoFileId);
  await saveLetterhead(context, wanted);
  await updateAccount(context, { address: JSON.stringify(address ?? {}) });
  const changes = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: wanted[field as keyof typeof wanted] }]));
  await addEvent(context, { subjectId: scope.accountId, version: version + 1, type: 'settings.changed', data: { changes } });
  return getLetterhead(tx, scope);
}

async function useLogo(context: CommandContext, fileId: string): Promise<void> {
  const [file] = await listReadable(context, [fileId]);
  if (file === undefined) throw invalidField('/logoFileId', 'is no file that was sent');
  const kind = kindNameOf(file.mediaType);
  if (kind === undefined || !fileKinds[kind].isPicture) throw invalidField('/logoFileId', 'is no picture');
  await useFiles(context, [fileId], { noun: 'account', nounId: context.scope.accountId });
}
