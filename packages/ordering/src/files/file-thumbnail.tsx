import { type FileFacts, fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import { useState } from 'react';
import styles from './file-field.module.css';
import { useFileUploads } from './file-uploads.tsx';
import { t } from './texts.ts';

/** A file at a glance: the picture it is, else its kind. */
export function FileThumbnail({ file, small = false }: { file: FileFacts; small?: boolean }) {
  const uploads = useFileUploads();
  const [isBroken, setBroken] = useState(false);
  const kind = kindNameOf(file.mediaType);
  const className = small ? styles.tiny : styles.thumbnail;
  if (uploads === null || isBroken || kind === undefined || !fileKinds[kind].isPicture) {
    return (
      <span className={className} aria-hidden="true">
        {kind === undefined ? '' : fileKinds[kind].label.slice(0, 4)}
      </span>
    );
  }
  const alt = small ? '' : t.preview(file.name);
  return <img className={className} src={uploads.thumbnailOf(file.id)} alt={alt} onError={() => setBroken(true)} decoding="async" />;
}
