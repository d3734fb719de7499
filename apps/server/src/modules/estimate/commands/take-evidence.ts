import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import { poFileDemand, proofFileDemand } from '@backdesk/domain/file/evidence.ts';
import { type FileDemand, fileFault } from '@backdesk/domain/file/kinds.ts';
import type { CommandContext } from '../../context.ts';
import { listReadableRows } from '../../file/commands/list-readable.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import type { FileRow } from '../../file/queries.ts';
import { invalidField } from '../../problem.ts';

export type EvidenceFile = NonNullable<KeptDecision['files']>[number];
type Wanted = { readonly role: EvidenceFile['role']; readonly id: string; readonly demand: FileDemand; readonly pointer: string };

/** The files that come with an acceptance, kept with it from now on. Throws at the field that names one that was not sent, or is not what is taken. */
export async function takeEvidence(
  context: CommandContext,
  orderId: string,
  { poFileId, proofFileId }: { readonly poFileId: string | null; readonly proofFileId: string | null },
): Promise<readonly EvidenceFile[]> {
  const wanted: readonly Wanted[] = [
    ...(poFileId === null ? [] : [{ role: 'purchase_order', id: poFileId, demand: poFileDemand, pointer: '/poFileId' } as const]),
    ...(proofFileId === null ? [] : [{ role: 'proof', id: proofFileId, demand: proofFileDemand, pointer: '/proofFileId' } as const]),
  ];
  const ids = wanted.map(({ id }) => id);
  const found = new Map((await listReadableRows(context, ids)).map((file) => [file.id, file]));
  const files = wanted.map((one) => evidenceOf(one, found.get(one.id)));
  await useFiles(context, ids, { noun: 'evidence', nounId: orderId });
  return files;
}

function evidenceOf({ role, id, demand, pointer }: Wanted, file: FileRow | undefined): EvidenceFile {
  if (file === undefined) throw invalidField(pointer, 'is no file that was sent here');
  const fault = fileFault(file, demand);
  if (fault !== null) throw invalidField(pointer, fault === 'kind' ? 'must be a PDF or a picture' : 'is too large');
  const { name, mediaType, bytes, hash } = file;
  return { role, id, name, mediaType, bytes, sha256: hash };
}
