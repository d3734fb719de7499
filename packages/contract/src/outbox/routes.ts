import { z } from 'zod';
import { id, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { mail, mailRow } from './schema.ts';

export const outboxRoutes = {
  listMails: {
    method: 'GET',
    path: '/api/v1/outbox',
    summary: 'Mail this account has sent or kept, newest first',
    audience: 'staff',
    permission: 'settings:read',
    query: z.strictObject({ orderId: id.optional(), ...pageQuery }),
    status: 200,
    answer: page(mailRow),
    problems: [],
  },
  getMail: {
    method: 'GET',
    path: '/api/v1/outbox/{id}',
    summary: 'One mail with both of its parts',
    audience: 'staff',
    permission: 'settings:read',
    params: idParams,
    status: 200,
    answer: mail,
    problems: [],
  },
} as const satisfies RouteTable;
