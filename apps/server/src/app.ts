import { openapiDocument } from '@backdesk/contract/openapi.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { Mailer } from './adapters/mail/port.ts';
import type { JobHandler } from './db/jobs.ts';
import type { Services } from './db/transaction.ts';
import { createHttp } from './http/create-http.ts';
import { staffCookieName } from './http/credentials.ts';
import type { AllHandlers } from './http/handlers.ts';
import { catalogHandlers } from './modules/catalog/routes.ts';
import { customerHandlers } from './modules/customer/routes.ts';
import { estimateHandlers } from './modules/estimate/routes.ts';
import { importJobs } from './modules/import/jobs.ts';
import { importHandlers } from './modules/import/routes.ts';
import { orderJobs } from './modules/order/jobs.ts';
import { orderHandlers } from './modules/order/routes.ts';
import { orderVerbHandlers } from './modules/order/verb-routes.ts';
import { mailJobs } from './modules/outbox/jobs.ts';
import { outboxHandlers } from './modules/outbox/routes.ts';
import { pricingHandlers } from './modules/pricing/routes.ts';
import { settingsHandlers } from './modules/settings/routes.ts';
import { createStaffAuth } from './modules/staff/auth.ts';
import { staffHandlers } from './modules/staff/routes.ts';
import { createSignInLimit } from './modules/staff/sign-in-limit.ts';
import { attemptsStore } from './modules/staff/store.ts';

export type AppOptions = {
  readonly services: Services;
  readonly isReady: () => Promise<boolean>;
  readonly serveFace: (request: Request) => Response | undefined;
  readonly checksAnswers?: boolean;
};

/** Everything that answers requests: the modules' handlers joined over the contract's table. */
export function createApp({ services, isReady, serveFace, checksAnswers = false }: AppOptions) {
  return createHttp({ table: routes, handlers: joinHandlers(services), services, isReady, serveFace, checksAnswers, openapi: () => openapiDocument(routes) });
}

/** Each module adds its handlers here. */
export function joinHandlers(services: Services): Partial<AllHandlers<Routes>> {
  const { db, newId, secret, now, publicUrl } = services;
  const auth = createStaffAuth({ db, newId, secret, publicUrl, cookieName: staffCookieName(publicUrl) });
  return {
    ...staffHandlers(auth, createSignInLimit(attemptsStore(db, now))),
    ...outboxHandlers,
    ...orderHandlers,
    ...orderVerbHandlers,
    ...pricingHandlers,
    ...settingsHandlers,
    ...estimateHandlers,
    ...catalogHandlers,
    ...customerHandlers,
    ...importHandlers,
  };
}

/** Each module adds its jobs here. */
export function joinJobs(parts: { readonly services: Omit<Services, 'enqueue'>; readonly mailer: Mailer }): readonly JobHandler[] {
  const { services, mailer } = parts;
  return [...mailJobs(services.db, mailer, services.now), ...orderJobs(services), ...importJobs(services)];
}
