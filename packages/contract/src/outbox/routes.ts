import { z } from 'zod';
import { id, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { mail, mailRow, mailState } from './schema.ts';

export const outboxRoutes = {
  listMails: {
    method: 'GET',
    path: '/api/v1/outbox',
    summary: 'Mail this account has sent or kept, newest first',
    audience: 'staff',
    permission: 'settings:read',
    query: z.strictObject({ orderId: id.optional(), state: mailState.optional(), ...pageQuery }),
    status: 200,
    answer: page(mailRow),
    problems: [],
  },
  listOrderMails: {
    method: 'GET',
    path: '/api/v1/orders/{id}/mails',
    summary: 'What was mailed about an order and what became of it, newest first',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    query: z.strictObject(pageQuery),
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
  resendMail: {
    method: 'POST',
    path: '/api/v1/outbox/{id}/resend',
    summary: 'Send a mail again, word for word; one that is waiting or failed is tried now. What was sent with a link that works once is refused',
    audience: 'staff',
    permission: 'settings:write',
    params: idParams,
    status: 200,
    answer: mailRow,
    problems: ['mail.link_spent', 'mail.link_revoked'],
  },
} as const satisfies RouteTable;
