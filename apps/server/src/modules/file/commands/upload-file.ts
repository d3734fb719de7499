import type { ReceivedUpload } from '@backdesk/contract/route.ts';
import { type FileDemand, fileKinds, promisedKind } from '@backdesk/domain/file/kinds.ts';
import type { FileFault, Files, PictureSize } from '../../../adapters/files/port.ts';
import { actorKey, type CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { cleanName } from '../clean-name.ts';
import { fileKey } from '../file-key.ts';
import { largestOf, maySend } from '../policy.ts';
import type { FileRow } from '../queries.ts';
import { holdContent, insertFile, insertPageWant } from '../store.ts';

const codes = {
  empty: 'file.empty',
  unknown: 'file.not_taken',
  broken: 'file.broken',
  locked: 'file.locked',
  too_many_pixels: 'file.too_many_pixels',
  has_script: 'file.has_script',
} as const satisfies Readonly<Record<FileFault, string>>;

/** A file from staff or a customer, for whatever they write. */
export async function uploadFile(context: CommandContext, files: Files, upload: ReceivedUpload, fileName: string): Promise<FileRow> {
  const { actor } = context;
  if (!maySend(actor)) throw new Problem('request.forbidden', { detail: { permission: 'order:write' } });
  if (upload.bytes > largestOf(actor)) throw new Problem('request.too_large', { detail: { limitBytes: largestOf(actor) } });
  return takeFile(context, files, upload, { fileName });
}

type Taken = {
  readonly fileName: string;
  /** What is taken; anything of ours if it is left out. */
  readonly demand?: FileDemand;
};

/**
 * Takes a file in. What it is, its own bytes say; a name that promises something else is refused. It is its sender's alone until a command
 * names it, and gone a day later if none does.
 */
export async function takeFile(context: CommandContext, files: Files, upload: ReceivedUpload, { fileName, demand }: Taken): Promise<FileRow> {
  const { actor, scope, tx } = context;
  if (demand !== undefined && upload.bytes > demand.largestBytes) throw new Problem('request.too_large', { detail: { limitBytes: demand.largestBytes } });
  const name = cleanName(fileName);
  const found = await files.inspect(upload.path);
  if (typeof found === 'string') throw new Problem(codes[found], { detail: { name } });
  const kind = fileKinds[found.kind];
  const promised = promisedKind(name);
  if (promised !== null && promised !== found.kind) throw new Problem('file.lies', { detail: { name, holds: kind.label } });
  if (demand?.kinds.includes(found.kind) === false) throw new Problem('file.not_taken', { detail: { name } });
  const file = {
    id: context.newId(),
    accountId: scope.accountId,
    hash: upload.hash,
    bytes: upload.bytes,
    mediaType: kind.mediaType,
    name: name === '' ? `file.${kind.endings[0]}` : name,
    width: found.width,
    height: found.height,
    createdBy: actorKey(actor),
    createdAt: context.now,
  };
  await holdContent(tx, fileKey(file));
  await insertFile(context, file);
  await files.keep(fileKey(file), { path: upload.path });
  if (found.kind === 'pdf' && found.width === null) {
    await insertPageWant(context, file.id);
    await context.enqueue('file.first_page', { accountId: scope.accountId });
  }
  for (const [size, bytes] of Object.entries(found.pictures) as [PictureSize, Uint8Array][]) await files.keep(fileKey(file, size), { bytes });
  return file;
}
