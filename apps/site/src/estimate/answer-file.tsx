import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';

type Answered = NonNullable<EstimatePage['lines'][number]['answers'][number]['file']>;

/** Artwork of a line, opened by the link that opened the page. */
export function AnswerFile({ file }: { readonly file: Answered }) {
  const kind = kindNameOf(file.mediaType);
  const url = `/api/estimates/v1/${location.pathname.split('/')[2] ?? ''}/files/${file.id}`;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {kind !== undefined && fileKinds[kind].isPicture && <img className="estimate-artwork" src={`${url}/thumbnail`} alt="" loading="lazy" />}
      <bdi>{file.name}</bdi>
    </a>
  );
}
