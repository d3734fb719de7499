import { recordEvents } from '../../db/record-events.ts';
import type { CommandContext } from '../context.ts';
import { nextVersion } from './store/members.ts';

/** Writes what happened to somebody's access. Only under the account's lock, so that versions follow each other. */
export async function recordStaffEvent(context: CommandContext, subjectId: string, type: string, data: Readonly<Record<string, unknown>>): Promise<void> {
  await recordEvents(context, [{ subject: 'settings', subjectId, version: await nextVersion(context, subjectId), type, data }]);
}
