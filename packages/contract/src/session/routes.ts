import { z } from 'zod';
import { done, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { apiKey, createApiKey, createdApiKey, session, signIn, staffMember } from './schema.ts';

export const sessionRoutes = {
  signIn: { method: 'POST', path: '/api/v1/session', summary: 'Sign in with e-mail and password; sets the session cookie', audience: 'open', permission: null, body: signIn, status: 200, answer: session, problems: ['session.wrong_credentials', 'request.rate_limited'] },
  getSession: { method: 'GET', path: '/api/v1/session', summary: 'Who is signed in and what they may do', audience: 'staff', permission: null, status: 200, answer: session, problems: [] },
  signOut: { method: 'DELETE', path: '/api/v1/session', summary: 'End this session', audience: 'staff', permission: null, status: 200, answer: done, problems: [] },
  listStaff: { method: 'GET', path: '/api/v1/staff', summary: 'Staff of this account', audience: 'staff', permission: 'order:read', query: z.strictObject(pageQuery), status: 200, answer: page(staffMember), problems: [] },
  listApiKeys: { method: 'GET', path: '/api/v1/api-keys', summary: 'API keys, newest first, without their secrets', audience: 'staff', permission: 'settings:read', query: z.strictObject(pageQuery), status: 200, answer: page(apiKey), problems: [] },
  createApiKey: { method: 'POST', path: '/api/v1/api-keys', summary: 'Make an API key; the answer is the only time it is shown', audience: 'staff', permission: 'staff:write', body: createApiKey, status: 201, answer: createdApiKey, problems: [] },
  revokeApiKey: { method: 'DELETE', path: '/api/v1/api-keys/{id}', summary: 'Revoke an API key at once', audience: 'staff', permission: 'staff:write', params: idParams, status: 200, answer: apiKey, problems: [] },
} as const satisfies RouteTable;
