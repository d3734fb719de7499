import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { ProductRolePrices } from '@backdesk/contract/price-role/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { BreakFields, breakDrafts, breaksRequest } from './break-fields.tsx';
import { EditPanel } from './edit-panel.tsx';
import { rolePricesQuery } from './role-prices-query.ts';
import { t } from './texts.ts';

/** The price breaks of a role for a product: from how many pieces on, and what that many cost together. None: the list price. */
export function EditRolePrices({ product, role, onClose }: { product: Product; role: ProductRolePrices; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [breaks, setBreaks] = useState(() => breakDrafts(role.breaks));
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const wanted = breaksRequest(breaks);
      if (wanted === null) return null;
      return api.setRolePrices({ params: { id: product.id, roleId: role.roleId }, body: { basedOn: role.version, breaks: wanted } });
    },
    onSuccess: (changed) => {
      if (changed === null) return;
      queryClient.setQueryData(rolePricesQuery(product.id).queryKey, changed);
      for (const queryKey of [['product'], ['price-roles']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  return (
    <EditPanel title={t.rolePricesOf(role.roleName)} save={save} onClose={onClose}>
      <p className="small muted">{t.rolePricesHelp()}</p>
      <BreakFields breaks={breaks} currency={product.currency} errors={fieldErrorsOf(save.error)} path="breaks" isChecked={isChecked} onChange={setBreaks} />
      {breaks.length === 0 && <p className="small muted">{t.noBreaksLeft()}</p>}
    </EditPanel>
  );
}
