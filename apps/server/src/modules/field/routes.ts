import type { fieldRoutes } from '@backdesk/contract/field/routes.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import type { CommandContext, Handlers, ReadContext } from '../context.ts';
import { changeField } from './commands/change-field.ts';
import { createField } from './commands/create-field.ts';
import { deleteField } from './commands/delete-field.ts';
import { reorderFields } from './commands/reorder-fields.ts';
import { presentField } from './presenter.ts';
import { listFields } from './queries.ts';

async function list({ db, scope }: ReadContext, subject: FieldSubject) {
  return { items: (await listFields(db, scope, subject)).map(presentField) };
}

async function reorder(context: CommandContext, subject: FieldSubject, ids: readonly string[]) {
  return { items: (await reorderFields(context, subject, ids)).map(presentField) };
}

async function remove(context: CommandContext, subject: FieldSubject, id: string): Promise<{ done: true }> {
  await deleteField(context, subject, id);
  return { done: true };
}

/** Fields that the account defines for its customers and its orders. */
export const fieldHandlers: Handlers<typeof fieldRoutes> = {
  listCustomerFields: (context) => list(context, 'customer'),
  createCustomerField: async (context, { body }) => presentField(await createField(context, 'customer', body)),
  reorderCustomerFields: (context, { body }) => reorder(context, 'customer', body.ids),
  changeCustomerField: async (context, { params, body }) => presentField(await changeField({ context, subject: 'customer', id: params.id }, body)),
  deleteCustomerField: (context, { params }) => remove(context, 'customer', params.id),
  listOrderFields: (context) => list(context, 'order'),
  createOrderField: async (context, { body }) => presentField(await createField(context, 'order', body)),
  reorderOrderFields: (context, { body }) => reorder(context, 'order', body.ids),
  changeOrderField: async (context, { params, body }) => presentField(await changeField({ context, subject: 'order', id: params.id }, body)),
  deleteOrderField: (context, { params }) => remove(context, 'order', params.id),
};
