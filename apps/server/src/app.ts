import { openapiDocument } from '@backdesk/contract/openapi.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { Mailer } from './adapters/mail/port.ts';
import { attemptsStore } from './db/attempts-store.ts';
import type { JobHandler } from './db/jobs.ts';
import type { Services } from './db/transaction.ts';
import { createHttp } from './http/create-http.ts';
import { customerCookieName, staffCookieName } from './http/credentials.ts';
import type { ServeFace } from './http/faces/serve-faces.ts';
import type { AllHandlers } from './http/handlers.ts';
import { callHandlers } from './http/make-calls.ts';
import type { Limits } from './modules/access/limits.ts';
import { createLimits } from './modules/access/limits.ts';
import { bulkEditHandlers } from './modules/catalog/bulk-routes.ts';
import { catalogJobs } from './modules/catalog/jobs.ts';
import { catalogHandlers } from './modules/catalog/routes.ts';
import { variantHandlers } from './modules/catalog/variant-routes.ts';
import { categoryHandlers } from './modules/category/routes.ts';
import { companyHandlers } from './modules/company/routes.ts';
import { customerHandlers } from './modules/customer/routes.ts';
import { discountHandlers } from './modules/discount/routes.ts';
import { attachmentsForMail, filesById } from './modules/estimate/attachments-for-mail.ts';
import { estimateHandlers } from './modules/estimate/routes.ts';
import { fieldHandlers } from './modules/field/routes.ts';
import { fileJobs } from './modules/file/jobs.ts';
import { fileHandlers } from './modules/file/routes.ts';
import { siteFileHandlers } from './modules/file/site-routes.ts';
import { importJobs } from './modules/import/jobs.ts';
import { importHandlers } from './modules/import/routes.ts';
import type { Hub } from './modules/live/hub.ts';
import { liveHandlers } from './modules/live/routes.ts';
import { mailTemplateHandlers } from './modules/mail-template/routes.ts';
import { afterSubmissionHandlers } from './modules/order/after-submission-routes.ts';
import { bounceHandlers } from './modules/order/bounce-routes.ts';
import { cartLinkHandlers } from './modules/order/cart-link-routes.ts';
import { decisionHandlers } from './modules/order/decision-routes.ts';
import { documentHandlers } from './modules/order/document-routes.ts';
import { entryHandlers } from './modules/order/entry-routes.ts';
import { issueHandlers } from './modules/order/issue-routes.ts';
import { orderJobs } from './modules/order/jobs.ts';
import { messageHandlers } from './modules/order/message-routes.ts';
import { queueHandlers } from './modules/order/queue-routes.ts';
import { reminderJobs } from './modules/order/reminder-jobs.ts';
import { orderHandlers } from './modules/order/routes.ts';
import { templateHandlers } from './modules/order/template-routes.ts';
import { orderVerbHandlers } from './modules/order/verb-routes.ts';
import { mailJobs } from './modules/outbox/jobs.ts';
import { outboxHandlers } from './modules/outbox/routes.ts';
import { priceRoleHandlers } from './modules/price-role/routes.ts';
import { pricingHandlers } from './modules/pricing/routes.ts';
import { settingsHandlers } from './modules/settings/routes.ts';
import { createCustomerAuth } from './modules/site/auth.ts';
import { siteJobs } from './modules/site/jobs.ts';
import { siteLiveHandlers } from './modules/site/live-routes.ts';
import { siteHandlers } from './modules/site/routes.ts';
import { sharedHandlers } from './modules/site/shared-routes.ts';
import { createStaffAuth } from './modules/staff/auth.ts';
import { staffJobs } from './modules/staff/jobs.ts';
import { staffHandlers } from './modules/staff/routes.ts';

export type AppOptions = {
  readonly services: Services;
  readonly hub: Hub;
  readonly isReady: () => Promise<boolean>;
  readonly serveFace: ServeFace;
  readonly checksAnswers?: boolean;
  /** Searches of one person or key in a minute; 0: as many as they like. */
  readonly searchesPerMinute?: number;
  /** Proxies of ours before us. */
  readonly proxies?: number;
};

/** Everything that answers requests: the modules' handlers joined over the contract's table. */
export function createApp({ services, hub, isReady, serveFace, checksAnswers = false, searchesPerMinute = 0, proxies = 0 }: AppOptions) {
  const limits = limitsOf(services, searchesPerMinute);
  const handlers = joinHandlers(services, limits, hub);
  return createHttp({ table: routes, handlers, services, limits, isReady, serveFace, checksAnswers, proxies, openapi: () => openapiDocument(routes) });
}

const limitsOf = ({ db, now }: Services, searchesPerMinute: number) => createLimits({ store: attemptsStore(db, now), now, searchesPerMinute });

/** Each module adds its handlers here. */
export function joinHandlers(services: Services, limits: Limits, hub: Hub): Partial<AllHandlers<Routes>> {
  const { db, newId, secret, publicUrl } = services;
  const auth = createStaffAuth({ db, newId, secret, publicUrl, cookieName: staffCookieName(publicUrl) });
  const customerAuth = createCustomerAuth({ db, newId, secret, publicUrl, cookieName: customerCookieName(publicUrl) });
  return {
    ...callHandlers,
    ...staffHandlers(auth, limits),
    ...siteHandlers(customerAuth, limits),
    ...siteLiveHandlers(hub, services.announce),
    ...siteFileHandlers(services.files, limits),
    ...sharedHandlers(limits),
    ...cartLinkHandlers(secret),
    ...afterSubmissionHandlers,
    ...outboxHandlers({ attachmentsOf: attachmentsForMail(services), filesById: filesById(services) }),
    ...bounceHandlers,
    ...mailTemplateHandlers,
    ...orderHandlers,
    ...entryHandlers,
    ...issueHandlers,
    ...orderVerbHandlers,
    ...decisionHandlers,
    ...queueHandlers,
    ...messageHandlers,
    ...templateHandlers,
    ...pricingHandlers,
    ...settingsHandlers,
    ...estimateHandlers,
    ...catalogHandlers,
    ...variantHandlers,
    ...bulkEditHandlers,
    ...categoryHandlers,
    ...discountHandlers,
    ...customerHandlers,
    ...companyHandlers,
    ...priceRoleHandlers,
    ...fieldHandlers,
    ...fileHandlers(services.files),
    ...importHandlers,
    ...documentHandlers({ files: services.files, newId, secret }),
    ...liveHandlers(hub, services.announce),
  };
}

/** Each module adds its jobs here. */
export function joinJobs(parts: { readonly services: Omit<Services, 'enqueue'>; readonly mailer: Mailer }): readonly JobHandler[] {
  const { services, mailer } = parts;
  return [
    ...staffJobs(services),
    ...siteJobs(services),
    ...mailJobs({ db: services.db, mailer, now: services.now, attachmentsOf: attachmentsForMail(services) }),
    ...orderJobs(services),
    ...reminderJobs(services),
    ...importJobs(services),
    ...catalogJobs(services),
    ...fileJobs(services),
  ];
}
