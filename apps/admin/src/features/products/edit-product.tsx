import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { EditPanel } from './edit-panel.tsx';
import { t } from './texts.ts';
import { useSaveProduct } from './use-save-product.ts';

/** Name, code, description, how it is taxed and whether it is sold. */
export function EditProduct({ product, onClose }: { product: Product; onClose: () => void }) {
  const [name, setName] = useState(product.name);
  const [code, setCode] = useState(product.code);
  const [description, setDescription] = useState(product.descriptionHtml);
  const [taxCategory, setTaxCategory] = useState(product.taxCategory);
  const [published, setPublished] = useState(product.published);
  const save = useSaveProduct(
    () =>
      api.changeProduct({
        params: { id: product.id },
        body: { basedOn: product.version, name, code, taxCategory, published, ...(description !== product.descriptionHtml && { description }) },
      }),
    onClose,
  );
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel title={t.editProduct()} save={save} onClose={onClose}>
      <TextInput label={t.nameField()} value={name} onChange={(event) => setName(event.target.value)} error={errors.name} autoFocus />
      <TextInput label={t.codeField()} value={code} onChange={(event) => setCode(event.target.value)} error={errors.code} />
      <TextArea
        label={t.description()}
        help={t.descriptionHelp()}
        rows={8}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        error={errors.description}
      />
      <TextInput
        label={t.taxCategory()}
        help={t.taxCategoryHelp()}
        value={taxCategory}
        onChange={(event) => setTaxCategory(event.target.value)}
        error={errors.taxCategory}
      />
      <Checkbox label={t.soldField()} checked={published} onChange={(event) => setPublished(event.target.checked)} />
    </EditPanel>
  );
}
