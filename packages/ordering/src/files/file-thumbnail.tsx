import { type FileFacts, fileKinds, isShownSmall, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import { useState } from 'react';
import styles from './file-field.module.css';
import { useFileUploads } from './file-uploads.tsx';
import { t } from './texts.ts';

/** A file at a glance: the picture it is, or the first page of a PDF, else its kind. A page opens large: a PDF itself is only ever saved. */
export function FileThumbnail({ file, small = false }: { file: FileFacts; small?: boolean }) {
  const uploads = useFileUploads();
  const [isBroken, setBroken] = useState(false);
  const kind = kindNameOf(file.mediaType);
  const className = small ? styles.tiny : styles.thumbnail;
  if (uploads === null || isBroken || kind === undefined || !isShownSmall(kind)) {
    return (
      <span className={className} aria-hidden="true">
        {kind === undefined ? '' : fileKinds[kind].label.slice(0, 4)}
      </span>
    );
  }
  const isPage = !fileKinds[kind].isPicture;
  const alt = small && !isPage ? '' : t.preview(file.name);
  const picture = <img className={className} src={uploads.thumbnailOf(file.id)} alt={alt} onError={() => setBroken(true)} decoding="async" />;
  if (!isPage) return picture;
  return (
    <a className={styles.page} href={uploads.previewOf(file.id)} target="_blank" rel="noreferrer">
      {picture}
    </a>
  );
}
