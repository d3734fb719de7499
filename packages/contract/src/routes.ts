// The whole public API, one table.
import { callRoutes } from './calls/routes.ts';
import { bulkEditRoutes } from './catalog/bulk-routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { variantRoutes } from './catalog/variant-routes.ts';
import { categoryRoutes } from './category/routes.ts';
import { companyRoutes } from './company/routes.ts';
import { customerRoutes } from './customer/routes.ts';
import { discountRoutes } from './discount/routes.ts';
import { documentRoutes } from './estimate/document-routes.ts';
import { estimateLinkRoutes } from './estimate/link-routes.ts';
import { queueRoutes } from './estimate/queue-routes.ts';
import { estimateRoutes } from './estimate/routes.ts';
import { estimateStaffRoutes } from './estimate/staff-routes.ts';
import { fieldRoutes } from './field/routes.ts';
import { fileRoutes } from './file/routes.ts';
import { importRoutes } from './import/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { mailTemplateRoutes } from './mail-template/routes.ts';
import { messageRoutes } from './message/routes.ts';
import { afterSubmissionRoutes } from './order/after-submission-routes.ts';
import { cartLinkRoutes } from './order/cart-link-routes.ts';
import { entryRoutes } from './order/entry-routes.ts';
import { issueRoutes } from './order/issue-routes.ts';
import { orderRoutes } from './order/routes.ts';
import { orderVerbRoutes } from './order/verb-routes.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { priceRoleRoutes } from './price-role/routes.ts';
import { pricingRoutes } from './pricing/routes.ts';
import type { RouteTable } from './route.ts';
import { sessionRoutes } from './session/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { siteFileRoutes } from './site/file-routes.ts';
import { siteLiveRoutes } from './site/live.ts';
import { siteRoutes } from './site/routes.ts';
import { sharedCartRoutes } from './site/shared-cart-routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { templateRoutes } from './template/routes.ts';

export const routes = {
  ...sessionRoutes,
  ...callRoutes,
  ...staffRoutes,
  ...orderRoutes,
  ...entryRoutes,
  ...issueRoutes,
  ...orderVerbRoutes,
  ...customerRoutes,
  ...companyRoutes,
  ...priceRoleRoutes,
  ...fieldRoutes,
  ...catalogRoutes,
  ...variantRoutes,
  ...bulkEditRoutes,
  ...categoryRoutes,
  ...discountRoutes,
  ...fileRoutes,
  ...importRoutes,
  ...liveRoutes,
  ...messageRoutes,
  ...outboxRoutes,
  ...mailTemplateRoutes,
  ...pricingRoutes,
  ...settingsRoutes,
  ...templateRoutes,
  ...estimateRoutes,
  ...documentRoutes,
  ...estimateStaffRoutes,
  ...estimateLinkRoutes,
  ...queueRoutes,
  ...siteRoutes,
  ...siteLiveRoutes,
  ...siteFileRoutes,
  ...sharedCartRoutes,
  ...cartLinkRoutes,
  ...afterSubmissionRoutes,
} as const satisfies RouteTable;

export type Routes = typeof routes;
