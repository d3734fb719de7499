import type { companyRoutes } from '@backdesk/contract/company/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { addCompanyAddress, changeCompanyAddress, removeCompanyAddress } from './commands/change-addresses.ts';
import { changeCompany } from './commands/change-company.ts';
import { changeCompanyTerms } from './commands/change-company-terms.ts';
import { createCompany } from './commands/create-company.ts';
import { deleteCompany } from './commands/delete-company.ts';
import { addContacts, removeContact } from './commands/move-contacts.ts';
import { restoreCompany } from './commands/restore-company.ts';
import { presentCompany, presentCompanyAddress, presentCompanyEvent, presentCompanyRow } from './presenter.ts';
import { getCompany, getCompanyAddress } from './queries/get-company.ts';
import { listCompanies } from './queries/list-companies.ts';
import { listCompanyEvents, listContacts } from './queries/list-contacts.ts';

async function answerCompany({ tx, scope, account, rereadAt }: CommandContext, id: string) {
  rereadAt(`/api/v1/companies/${id}`);
  return presentCompany(await getCompany(tx, scope, id), account.currency);
}

export const companyHandlers: Handlers<typeof companyRoutes> = {
  listCompanies: async (context, { query }) => {
    const { rows, nextCursor } = await listCompanies(context, query);
    return { items: rows.map(presentCompanyRow), nextCursor };
  },
  createCompany: async (context, { body }) => answerCompany(context, await createCompany(context, body)),
  getCompany: async ({ db, scope, account }, { params }) => presentCompany(await getCompany(db, scope, params.id), account.currency),
  changeCompany: async (context, { params, body }) => {
    await changeCompany(context, params.id, body);
    return answerCompany(context, params.id);
  },
  changeCompanyTerms: async (context, { params, body }) => {
    await changeCompanyTerms(context, params.id, body);
    return answerCompany(context, params.id);
  },
  deleteCompany: async (context, { params }) => {
    await deleteCompany(context, params.id);
    return { done: true };
  },
  restoreCompany: async (context, { params }) => {
    await restoreCompany(context, params.id);
    return answerCompany(context, params.id);
  },
  listCompanyContacts: async (context, { params, query }) => {
    const { rows, nextCursor } = await listContacts(context, { companyId: params.id, ...query });
    return { items: [...rows], nextCursor };
  },
  addCompanyContacts: async (context, { params, body }) => {
    await addContacts(context, params.id, body.customerIds);
    return answerCompany(context, params.id);
  },
  removeCompanyContact: async (context, { params }) => {
    await removeContact(context, params.id, params.customerId);
    return answerCompany(context, params.id);
  },
  addCompanyAddress: async (context, { params, body }) => {
    const id = await addCompanyAddress(context, params.id, body);
    return presentCompanyAddress(await getCompanyAddress(context.tx, context.scope, params.id, id));
  },
  changeCompanyAddress: async (context, { params, body }) => {
    await changeCompanyAddress(context, { companyId: params.id, addressId: params.addressId }, body);
    return answerCompany(context, params.id);
  },
  removeCompanyAddress: async (context, { params }) => {
    await removeCompanyAddress(context, params.id, params.addressId);
    return answerCompany(context, params.id);
  },
  listCompanyHistory: async (context, { params, query }) => {
    const { rows, nextCursor } = await listCompanyEvents(context, { companyId: params.id, ...query });
    return { items: rows.map((row) => presentCompanyEvent(row, context.account.locale)), nextCursor };
  },
};
