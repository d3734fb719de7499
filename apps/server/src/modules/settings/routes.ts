import type { settingsRoutes } from '@backdesk/contract/settings/routes.ts';
import type { Handlers } from '../context.ts';
import { changePickupPlace } from './commands/change-pickup-place.ts';
import { changeSettings } from './commands/change-settings.ts';
import { changeShippingZone } from './commands/change-shipping-zone.ts';
import { changeTaxRate } from './commands/change-tax-rate.ts';
import { createPickupPlace } from './commands/create-pickup-place.ts';
import { createShippingZone } from './commands/create-shipping-zone.ts';
import { createTaxRate } from './commands/create-tax-rate.ts';
import { deletePickupPlace } from './commands/delete-pickup-place.ts';
import { deleteShippingZone } from './commands/delete-shipping-zone.ts';
import { deleteTaxRate } from './commands/delete-tax-rate.ts';
import { setLetterhead } from './commands/set-letterhead.ts';
import { setUnitList } from './commands/set-unit-list.ts';
import { presentLetterhead, presentPickupPlace, presentSettings, presentShippingZone, presentTaxRate, presentUnitList } from './presenter.ts';
import { getLetterhead } from './queries/letterhead.ts';
import { listPickupPlaces } from './queries/pickup-places.ts';
import { listShippingZones, listTaxRates } from './queries/settings.ts';
import { getUnitList } from './queries/unit-list.ts';

/** Settings of the account, its tax rates and its shipping zones. */
export const settingsHandlers: Handlers<typeof settingsRoutes> = {
  getSettings: async ({ account }) => presentSettings(account),
  changeSettings: async (context, { body }) => presentSettings(await changeSettings(context, body)),
  getLetterhead: async ({ db, scope }) => presentLetterhead(await getLetterhead(db, scope), scope.accountId),
  setLetterhead: async (context, { body }) => presentLetterhead(await setLetterhead(context, body), context.scope.accountId),
  getUnitList: async ({ db, scope }) => presentUnitList(await getUnitList(db, scope)),
  setUnitList: async (context, { body }) => presentUnitList(await setUnitList(context, body)),
  listTaxRates: async ({ db, scope }, { query }) => {
    const { rows, nextCursor } = await listTaxRates(db, scope, query);
    return { items: rows.map(presentTaxRate), nextCursor };
  },
  createTaxRate: async (context, { body }) => presentTaxRate(await createTaxRate(context, body)),
  changeTaxRate: async (context, { params, body }) => presentTaxRate(await changeTaxRate(context, params.id, body)),
  deleteTaxRate: async (context, { params }) => {
    await deleteTaxRate(context, params.id);
    return { done: true };
  },
  listShippingZones: async ({ db, scope }, { query }) => {
    const { zones, nextCursor } = await listShippingZones(db, scope, query);
    return { items: zones.map(presentShippingZone), nextCursor };
  },
  createShippingZone: async (context, { body }) => presentShippingZone(await createShippingZone(context, body)),
  changeShippingZone: async (context, { params, body }) => presentShippingZone(await changeShippingZone(context, params.id, body)),
  deleteShippingZone: async (context, { params }) => {
    await deleteShippingZone(context, params.id);
    return { done: true };
  },
  listPickupPlaces: async ({ db, scope }, { query }) => {
    const { rows, nextCursor } = await listPickupPlaces(db, scope, query);
    return { items: rows.map(presentPickupPlace), nextCursor };
  },
  createPickupPlace: async (context, { body }) => presentPickupPlace(await createPickupPlace(context, body)),
  changePickupPlace: async (context, { params, body }) => presentPickupPlace(await changePickupPlace(context, params.id, body)),
  deletePickupPlace: async (context, { params }) => {
    await deletePickupPlace(context, params.id);
    return { done: true };
  },
};
