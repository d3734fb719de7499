import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { useSaveProduct } from '../use-save-product.ts';
import { bundleDraft, bundleRequest } from './parts-draft.ts';
import { PartsFields } from './parts-fields.tsx';
import { t } from './texts.ts';

/** All parts of a bundle, saved as a whole; with none it is a product like others. */
export function EditParts({ product, onClose }: { product: Product; onClose: () => void }) {
  const [draft, setDraft] = useState(() => bundleDraft(product));
  const [isChecked, setChecked] = useState(false);
  const save = useSaveProduct(async () => {
    setChecked(true);
    const wanted = bundleRequest(draft);
    return wanted === null ? null : api.setParts({ params: { id: product.id }, body: { basedOn: product.version, ...wanted } });
  }, onClose);
  return (
    <EditPanel wide title={t.editTitle(product.name)} save={save} onClose={onClose}>
      <PartsFields
        draft={draft}
        productId={product.id}
        currency={product.currency}
        errors={fieldErrorsOf(save.error)}
        path="parts"
        isChecked={isChecked}
        isNeeded={false}
        onChange={setDraft}
      />
      {product.bundle !== null && <p className="small muted">{t.lines()}</p>}
    </EditPanel>
  );
}
