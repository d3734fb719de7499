import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import type { CommandContext } from '../../context.ts';
import { listReadable } from '../../file/commands/list-readable.ts';
import { productPictureUrl } from '../../file/file-key.ts';
import { invalidField } from '../../problem.ts';
import { listFetchedFiles } from '../queries/picture-fetches.ts';

type Source = { readonly fileId?: string | undefined; readonly url?: string | undefined };

/** `shown`: where it is seen large; `listed`: where small. Of an address both are it. */
export type Picture = { readonly shown: string; readonly listed: string; readonly fileId: string | null };

/**
 * Where pictures are to be seen: of a file of ours, of an address anywhere (ours, where it was fetched already), or of one that the product has already (our own addresses and
 * paths are taken for no others). Refuses what is neither or both, and a file that is no picture or not there, by its place.
 */
export async function picturesOf(
  context: CommandContext,
  sources: readonly Source[],
  { known, pointerOf }: { readonly known: ReadonlySet<string>; readonly pointerOf: (index: number) => string },
): Promise<readonly Picture[]> {
  const at = (id: string, size: 'small' | 'large') => productPictureUrl(context.scope.accountId, id, size);
  const files = new Map(
    (
      await listReadable(
        context,
        sources.flatMap(({ fileId }) => fileId ?? []),
      )
    ).map((file) => [file.id, file]),
  );
  const fetched = await listFetchedFiles(
    context.tx,
    context.scope,
    sources.flatMap(({ url }) => url ?? []),
  );
  return sources.map(({ fileId, url }, index) => {
    if ((fileId === undefined) === (url === undefined)) throw invalidField(pointerOf(index), 'must have a fileId or a url');
    if (url !== undefined) {
      if (!known.has(url) && !isWebAddress(url)) throw invalidField(`${pointerOf(index)}/url`, 'must be an https or http address');
      const here = fetched.get(url);
      if (here !== undefined) return { shown: at(here, 'large'), listed: at(here, 'small'), fileId: here };
      const large = url.replace(/(\/api\/pictures\/v1\/.*\/)small$/, '$1large');
      return { shown: large, listed: large.replace(/(\/api\/pictures\/v1\/.*\/)large$/, '$1small'), fileId: null };
    }
    const file = files.get(fileId ?? '');
    const kind = file === undefined ? undefined : kindNameOf(file.mediaType);
    if (file === undefined) throw invalidField(`${pointerOf(index)}/fileId`, 'is no file that was sent');
    if (kind === undefined || !fileKinds[kind].isPicture) throw invalidField(`${pointerOf(index)}/fileId`, 'is no picture');
    return { shown: at(file.id, 'large'), listed: at(file.id, 'small'), fileId: file.id };
  });
}

const isWebAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
