import type { ChangeField, FieldDefinition, NewCustomerField } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { api } from '../../../lib/api.ts';
import { customerFieldsQuery, orderFieldsQuery } from '../../../lib/field-queries.ts';

type Calls = {
  readonly queryKey: readonly string[];
  readonly create: (body: NewCustomerField) => Promise<FieldDefinition>;
  readonly change: (id: string, body: ChangeField) => Promise<FieldDefinition>;
  readonly remove: (id: string) => Promise<unknown>;
  readonly reorder: (ids: readonly string[]) => Promise<{ items: FieldDefinition[] }>;
};

/** The calls of each subject: the two lists are one screen. */
export const fieldCalls: Readonly<Record<FieldSubject, Calls>> = {
  customer: {
    queryKey: customerFieldsQuery().queryKey as readonly string[],
    create: (body) => api.createCustomerField({ body }),
    change: (id, body) => api.changeCustomerField({ params: { id }, body }),
    remove: (id) => api.deleteCustomerField({ params: { id } }),
    reorder: (ids) => api.reorderCustomerFields({ body: { ids: [...ids] } }),
  },
  order: {
    queryKey: orderFieldsQuery().queryKey as readonly string[],
    create: ({ type, ...body }) => {
      // The panel does not offer them for orders.
      if (type === 'datetime' || type === 'link') throw new TypeError('No order field is of this type.');
      return api.createOrderField({ body: { ...body, type } });
    },
    change: (id, body) => api.changeOrderField({ params: { id }, body }),
    remove: (id) => api.deleteOrderField({ params: { id } }),
    reorder: (ids) => api.reorderOrderFields({ body: { ids: [...ids] } }),
  },
};
