import { mailTemplateNames } from '@backdesk/domain/mail/mail-templates.ts';
import { z } from 'zod';
import { filledLine, text } from '../core/primitives.ts';
import { mailPreview } from '../order/estimate-revision.ts';
import type { RouteTable } from '../route.ts';

const name = z.enum(mailTemplateNames);

export const wording = z.strictObject({
  name,
  subject: filledLine(200),
  text: text(4000)
    .refine((value) => value.trim() !== '', 'must not be empty')
    .describe('an empty line begins a paragraph; {placeholder} is filled'),
});

/** What the account writes in one of the mails to its customers. */
export const mailTemplate = z
  .strictObject({
    name,
    subject: z.string(),
    text: z.string(),
    isOwn: z.boolean().describe('false: as it comes'),
    standard: z.strictObject({ subject: z.string(), text: z.string() }),
    placeholders: z.array(z.string()).describe('what may stand in braces'),
  })
  .meta({ id: 'MailTemplate' });

export const mailTemplateRoutes = {
  listMailTemplates: {
    method: 'GET',
    path: '/api/v1/mail-templates',
    summary: 'What the mails to customers say, with what may be filled in',
    audience: 'staff',
    permission: 'settings:read',
    status: 200,
    answer: z.strictObject({ items: z.array(mailTemplate) }),
    problems: [],
  },
  setMailTemplate: {
    method: 'PUT',
    path: '/api/v1/mail-templates',
    summary: 'Write subject and text of a mail; frame, figures and links stay',
    audience: 'staff',
    permission: 'settings:write',
    body: wording,
    status: 200,
    answer: mailTemplate,
    problems: [],
  },
  resetMailTemplate: {
    method: 'POST',
    path: '/api/v1/mail-templates/reset',
    summary: 'Let a mail say again what it says as it comes',
    audience: 'staff',
    permission: 'settings:write',
    body: z.strictObject({ name }),
    status: 200,
    answer: mailTemplate,
    problems: [],
  },
  previewMailTemplate: {
    method: 'POST',
    path: '/api/v1/mail-templates/preview',
    summary: 'The mail as it would look with made-up figures; nothing is written and nothing is sent',
    audience: 'staff',
    permission: 'settings:read',
    body: wording,
    status: 200,
    answer: mailPreview,
    problems: [],
  },
} as const satisfies RouteTable;

export type MailTemplateJson = z.infer<typeof mailTemplate>;
