import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { largestFile, pictureKinds } from '@backdesk/domain/file/kinds.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { FileField } from '@backdesk/ordering/files/file-field.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { deskFiles } from '../../lib/file-uploads.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import styles from './edit-images.module.css';
import { EditPanel } from './edit-panel.tsx';
import { ProductPicture } from './product-picture.tsx';
import { t } from './texts.ts';
import { useSaveProduct } from './use-save-product.ts';

/** A picture as it stands in the form: sent now, or by its address. */
type ImageDraft = { readonly key: string; readonly fileId?: string; readonly url?: string; readonly alt: string; readonly shown: string };

const demand = { kinds: pictureKinds, largestBytes: largestFile };

/** The pictures of a product in order, the first for lists and lines: sent, or by address. */
export function EditImages({ product, onClose }: { product: Product; onClose: () => void }) {
  const [images, setImages] = useState<readonly ImageDraft[]>(() => product.images.map(({ url, alt }) => ({ key: newId(), url, alt, shown: url })));
  const [address, setAddress] = useState('');
  const save = useSaveProduct(
    () =>
      api.setImages({
        params: { id: product.id },
        body: {
          basedOn: product.version,
          images: images.map(({ fileId, url, alt }) => ({ ...(fileId !== undefined && { fileId }), ...(url !== undefined && { url }), alt })),
        },
      }),
    onClose,
  );
  const errors = fieldErrorsOf(save.error);
  const add = (image: Omit<ImageDraft, 'key' | 'alt'>) => setImages((now) => [...now, { key: newId(), alt: '', ...image }]);

  function move(at: number, by: -1 | 1) {
    const moving = images[at];
    if (moving === undefined) return;
    const others = images.filter((image) => image !== moving);
    setImages([...others.slice(0, at + by), moving, ...others.slice(at + by)]);
  }

  return (
    <EditPanel title={t.editImages()} save={save} onClose={onClose}>
      {images.length === 0 && <p className="muted">{t.noImages()}</p>}
      <ol className={styles.list}>
        {images.map((image, at) => (
          <li key={image.key} className={styles.row}>
            <ProductPicture url={image.shown} alt={t.imageAt(at + 1)} className={styles.picture} />
            <TextInput
              label={at === 0 ? t.altFirst() : t.altField()}
              value={image.alt}
              onChange={(event) => setImages(images.map((other) => (other === image ? { ...other, alt: event.target.value } : other)))}
              error={errors[`images.${at}.url`] ?? errors[`images.${at}.fileId`]}
              maxLength={500}
            />
            <span className={styles.ways}>
              <Button variant="quiet" size="small" icon="arrow-up" disabled={at === 0} onClick={() => move(at, -1)}>
                <span className="vh">{t.imageUp(at + 1)}</span>
              </Button>
              <Button variant="quiet" size="small" icon="arrow-down" disabled={at === images.length - 1} onClick={() => move(at, 1)}>
                <span className="vh">{t.imageDown(at + 1)}</span>
              </Button>
              <Button variant="quiet" size="small" icon="trash" danger onClick={() => setImages(images.filter((other) => other !== image))}>
                <span className="vh">{t.removeImage(at + 1)}</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {images.length < 30 && (
        <>
          <FileField
            label={t.addImage()}
            demand={demand}
            file={undefined}
            onFile={(file) => file !== null && add({ fileId: file.id, shown: deskFiles.thumbnailOf(file.id) })}
          />
          <div className={styles.address}>
            <TextInput label={t.imageAddress()} type="url" value={address} onChange={(event) => setAddress(event.target.value)} maxLength={2000} />
            <Button
              disabled={!/^https?:\/\/./.test(address.trim())}
              onClick={() => {
                add({ url: address.trim(), shown: address.trim() });
                setAddress('');
              }}
            >
              {t.addByAddress()}
            </Button>
          </div>
        </>
      )}
    </EditPanel>
  );
}
