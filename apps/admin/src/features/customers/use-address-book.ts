import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { customerQuery } from '../../lib/customer-query.ts';
import { t } from './texts.ts';

type Change = { readonly defaultShipping: true } | { readonly defaultBilling: true };

/** The small changes of an address book: another default, and off the book with a way back. */
export function useAddressBook(customerId: string) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const reread = () => queryClient.invalidateQueries({ queryKey: customerQuery(customerId).queryKey });
  const paramsOf = (address: SavedAddress) => ({ id: customerId, addressId: address.id });
  const change = useMutation({
    mutationFn: ({ address, body }: { address: SavedAddress; body: Change }) => api.changeCustomerAddress({ params: paramsOf(address), body }),
    onSettled: reread,
  });
  const restore = useMutation({ mutationFn: (address: SavedAddress) => api.restoreCustomerAddress({ params: paramsOf(address) }), onSettled: reread });
  const remove = useMutation({
    mutationFn: (address: SavedAddress) => api.deleteCustomerAddress({ params: paramsOf(address) }),
    onSuccess: (_, address) => toast.show({ message: t.addressDeleted(), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate(address) } }),
    onSettled: reread,
  });
  return {
    failed: change.error ?? remove.error ?? restore.error,
    change: (address: SavedAddress, body: Change) => change.mutate({ address, body }),
    remove: (address: SavedAddress) => remove.mutate(address),
  };
}
