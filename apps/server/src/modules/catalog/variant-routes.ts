import type { variantRoutes } from '@backdesk/contract/catalog/variant-routes.ts';
import type { Handlers } from '../context.ts';
import { addVariants } from './commands/add-variants.ts';
import { changeVariant } from './commands/change-variant.ts';
import { deleteVariants } from './commands/delete-variants.ts';
import { restoreVariants } from './commands/restore-variants.ts';
import { setOptions } from './commands/set-options.ts';
import { answerProduct } from './routes.ts';

export const variantHandlers: Handlers<typeof variantRoutes> = {
  setOptions: async (context, { params, body }) => {
    await setOptions(context, params.id, body);
    return answerProduct(context, params.id);
  },
  addVariants: async (context, { params, body }) => {
    await addVariants(context, params.id, body);
    return answerProduct(context, params.id);
  },
  deleteVariants: async (context, { params, body }) => {
    await deleteVariants(context, params.id, body.variantIds);
    return answerProduct(context, params.id);
  },
  restoreVariants: async (context, { params, body }) => {
    await restoreVariants(context, params.id, body.variantIds);
    return answerProduct(context, params.id);
  },
  changeVariant: async (context, { params, body }) => answerProduct(context, await changeVariant(context, params.id, body)),
};
