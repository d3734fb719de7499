import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { fileKinds, isShownSmall, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import { useState } from 'react';
import { texts } from './texts.ts';

type Answered = NonNullable<EstimatePage['lines'][number]['answers'][number]['file']>;

/** Artwork of a line, opened by the link that opened the page: a picture as it came, of a PDF the first page large, and the file to save. */
export function AnswerFile({ file }: { readonly file: Answered }) {
  const [isBroken, setBroken] = useState(false);
  const kind = kindNameOf(file.mediaType);
  const url = `/api/estimates/v1/${location.pathname.split('/')[2] ?? ''}/files/${file.id}`;
  const isShown = kind !== undefined && isShownSmall(kind) && !isBroken;
  const isPage = isShown && !fileKinds[kind].isPicture;
  const picture = (alt: string) => <img className="estimate-artwork" src={`${url}/thumbnail`} alt={alt} loading="lazy" onError={() => setBroken(true)} />;
  return (
    <>
      {isPage && (
        <a href={`${url}/thumbnail?size=large`} target="_blank" rel="noreferrer">
          {picture(texts.previewOf(file.name))}
        </a>
      )}
      <a href={url} target="_blank" rel="noreferrer">
        {isShown && !isPage && picture('')}
        <bdi>{file.name}</bdi>
      </a>
    </>
  );
}
