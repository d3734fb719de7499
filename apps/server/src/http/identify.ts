import type { Route } from '@backdesk/contract/route.ts';
import type { Found, FoundActor } from '../db/sign-in-queries.ts';
import { findActorByKey, findActorByLink, findStaffBySession } from '../db/sign-in-queries.ts';
import { sha256 } from '../db/token-hash.ts';
import type { Limits } from '../modules/access/limits.ts';
import { placeOf } from '../modules/access/limits.ts';
import { actorKey } from '../modules/context.ts';
import { Problem } from '../modules/problem.ts';
import { mayGuest } from '../modules/site/policy.ts';
import { readCredential, staffCookieName } from './credentials.ts';
import { isCrossSite } from './cross-site.ts';
import type { Visit } from './handlers.ts';
import { identifyVisitor } from './identify-visitor.ts';
import { logSecurity } from './log.ts';
import type { RawRequest } from './read-input.ts';

/** Who asks, in which account, and whether they may: before anything of the body is read. */
export async function identify(route: Route, request: RawRequest, visit: Visit, limits: Limits): Promise<Found> {
  if (route.audience === 'site' || route.audience === 'customer') return visitorOf(route, request, visit, limits);
  const found = route.audience === 'link' ? await followLink(request, visit, limits, route.method !== 'GET') : await signedIn(route, request, visit);
  if (found === 'nobody') throw new Problem('request.unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  const mayNot = found === 'other_account' || (route.permission !== null && !found.actor.permissions.has(route.permission));
  if (!mayNot) return found;
  const who = found === 'other_account' ? {} : { actor: actorKey(found.actor), account: found.scope.accountId };
  const { ipAddress, requestId } = visit;
  logSecurity('permission.refused', { method: route.method, path: route.path, ...who, ipAddress, requestId });
  throw new Problem('request.forbidden', route.permission === null ? {} : { detail: { permission: route.permission } });
}

/** A customer, or a guest as far as the account lets them. What a guest may not answers as it does to anybody without a sign-in. */
async function visitorOf(route: Route, request: RawRequest, visit: Visit, limits: Limits): Promise<Found> {
  if (route.method !== 'GET' && isCrossSite(request.headers, visit.services.publicUrl)) throw new Problem('request.cross_site');
  const found = await identifyVisitor(visit, route.method === 'GET' ? undefined : limits);
  if (found.actor.kind === 'guest' && (route.part === undefined || !mayGuest(found.account.siteSignIn, route.part)))
    throw new Problem('request.unauthenticated');
  return found;
}

async function signedIn(route: Route, request: RawRequest, { services, now, ipAddress, requestId }: Visit): Promise<FoundActor> {
  const publicUrl = services.publicUrl;
  const credential = readCredential(request.headers, { cookieName: staffCookieName(publicUrl), secret: services.secret });
  if (credential === undefined) return 'nobody';
  const asked = { account: request.headers.get('backdesk-account') ?? undefined, host: request.url.hostname, now };
  if (credential.kind === 'api_key') {
    const found = await findActorByKey(services.db, credential.hash, asked);
    if (found === 'nobody') logSecurity('key.unknown', { method: route.method, path: route.path, ipAddress, requestId });
    return found;
  }
  if (route.method !== 'GET' && isCrossSite(request.headers, publicUrl)) throw new Problem('request.cross_site');
  return findStaffBySession(services.db, credential.token, asked);
}

/** The token of an estimate's link stands for itself; what is revoked says so, what never was answers as missing. */
async function followLink(request: RawRequest, { services, ipAddress }: Visit, limits: Limits, isWrite: boolean): Promise<Found> {
  const place = placeOf(ipAddress);
  limits.check('wrong_link', place);
  const found = await findActorByLink(services.db, sha256(request.params.token ?? ''));
  if (found === 'nobody') {
    await limits.take('wrong_link', place);
    logSecurity('link.unknown', { ipAddress });
    throw new Problem('not_found');
  }
  if (found === 'revoked' || found === 'deleted') throw new Problem('estimate.gone', { detail: { why: found } });
  // Reading is free; deciding and writing to the shop is not done a hundred times in a quarter of an hour.
  if (isWrite) await limits.take('link_write', `${place}:${actorKey(found.actor)}`);
  return found;
}
