import type { customerRoutes } from '@backdesk/contract/customer/routes.ts';
import { logSecurity } from '../../http/log.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { addAddress } from './commands/add-address.ts';
import { changeCustomer } from './commands/change-customer.ts';
import { createCustomer } from './commands/create-customer.ts';
import { deleteCustomer } from './commands/delete-customer.ts';
import { restoreCustomer } from './commands/restore-customer.ts';
import { exportCustomers } from './export-customers.ts';
import { presentAddress, presentCompany, presentCustomer, presentCustomerEvent, presentCustomerRow, presentHolder } from './presenter.ts';
import { findEmailHolder } from './queries/find-email-holder.ts';
import { getAddress, getCustomer } from './queries/get-customer.ts';
import { listCompanies } from './queries/list-companies.ts';
import { listCustomerHistory } from './queries/list-customer-history.ts';
import { listCustomers } from './queries/list-customers.ts';
import { listEventNames } from './queries/list-event-names.ts';
import { countCustomers } from './queries/sorted-customers.ts';

async function answerCustomer({ tx, scope, rereadAt }: CommandContext, id: string) {
  rereadAt(`/api/v1/customers/${id}`);
  return presentCustomer(await getCustomer(tx, scope, id));
}

export const customerHandlers: Handlers<typeof customerRoutes> = {
  listCustomers: async (context, { query }) => {
    const { rows, nextCursor } = await listCustomers(context, query);
    return { items: rows.map(presentCustomerRow), nextCursor };
  },
  countCustomers: async (context, { query }) => ({ count: await countCustomers(context, query) }),
  exportCustomers: async (context, { query: { sort = 'name', ...filters } }) => {
    const file = await exportCustomers(context, { filters, sort });
    logSecurity('customers.exported', {
      by: `${context.actor.kind}:${context.actor.id}`,
      account: context.scope.accountId,
      filters: Object.keys(filters).join(','),
    });
    return file;
  },
  findCustomerByEmail: async (context, { query }) => presentHolder(await findEmailHolder(context, query.email)),
  createCustomer: async (context, { body }) => answerCustomer(context, await createCustomer(context, body)),
  getCustomer: async ({ db, scope }, { params }) => presentCustomer(await getCustomer(db, scope, params.id)),
  changeCustomer: async (context, { params, body }) => {
    await changeCustomer(context, params.id, body);
    return answerCustomer(context, params.id);
  },
  deleteCustomer: async (context, { params }) => {
    await deleteCustomer(context, params.id);
    return { done: true };
  },
  restoreCustomer: async (context, { params }) => {
    await restoreCustomer(context, params.id);
    return answerCustomer(context, params.id);
  },
  getCustomerHistory: async (context, { params, query }) => {
    const { rows, nextCursor } = await listCustomerHistory(context, params.id, query);
    const names = await listEventNames(context);
    return { items: rows.map((row) => presentCustomerEvent(row, names)), nextCursor };
  },
  addCustomerAddress: async (context, { params, body }) => {
    const id = await addAddress(context, params.id, body);
    return presentAddress(await getAddress(context.tx, context.scope, id));
  },
  listCompanies: async (context, { query }) => {
    const { rows, nextCursor } = await listCompanies(context, query);
    return { items: rows.map(presentCompany), nextCursor };
  },
};
