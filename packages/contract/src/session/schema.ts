import { permissions } from '@backdesk/domain/staff/permissions.ts';
import { z } from 'zod';
import { email, filledLine, id, time } from '../core/primitives.ts';

export const signIn = z.strictObject({
  email,
  password: z.string().min(1).max(200),
  code: z.string().min(6).max(20).optional().describe('of the second factor: six digits of the app, or a backup code; asked for with `session.code_required`'),
  rememberDevice: z.boolean().optional().describe('do not ask for a code on this device for 30 days'),
});

export const account = z
  .strictObject({
    id,
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    country: z.string(),
    priceMode: z.enum(['tax_excluded', 'tax_included']),
    paper: z.enum(['letter', 'a4']),
    accent: z.string(),
  })
  .meta({ id: 'Account' });

/** Who is signed in, where, and what they may do. */
export const session = z
  .strictObject({
    staff: z.strictObject({ id: z.string(), name: z.string(), email: z.string().nullable() }).describe('the person, or the API key by its name'),
    account,
    roles: z.array(z.string()),
    permissions: z.array(z.enum(permissions)).describe('none while a second factor is required and not set up'),
    secondFactor: z.strictObject({ isOn: z.boolean(), isRequired: z.boolean() }),
  })
  .meta({ id: 'Session' });

/** A new password as it is sent; what it must be beyond a text is said by the domain (`passwordFault`). */
export const newPassword = z
  .string()
  .min(1)
  .max(1000)
  .describe('12 to 128 characters of any kind, 15 advised; not one that is easy to guess, not the email address');

export const changePassword = z.strictObject({ currentPassword: z.string().min(1).max(1000), newPassword });
export const ownPassword = z.strictObject({ password: z.string().min(1).max(1000) });
export const secondFactorCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const startedSecondFactor = z.strictObject({
  uri: z.string().describe('`otpauth://…`, for the app: as a QR code, or its secret typed'),
  backupCodes: z.array(z.string()).describe('each opens one session; shown this once'),
});
export const requestPasswordReset = z.strictObject({ email });
export const redeemPasswordReset = z.strictObject({ password: newPassword });

/** One place where a person is signed in. */
export const ownSession = z
  .strictObject({
    id,
    device: z.string().describe('in words: "Firefox on Windows"'),
    ipAddress: z.string(),
    createdAt: time,
    lastSeenAt: time,
    isCurrent: z.boolean().describe('the session of this very request'),
  })
  .meta({ id: 'OwnSession' });

export const endedSessions = z.strictObject({ ended: z.int().min(0).describe('how many sessions were ended') });

export const createApiKey = z.strictObject({
  name: filledLine(100),
  roles: z.array(z.string().max(60)).min(1).max(10).default(['owner']),
  expiresInDays: z.int().min(1).max(3650).nullable().optional().describe('null or left out: it works until it is revoked'),
});

export const apiKey = z
  .strictObject({
    id,
    name: z.string(),
    prefix: z.string(),
    roles: z.array(z.string()),
    createdAt: time,
    lastUsedAt: time.nullable(),
    revokedAt: time.nullable(),
    expiresAt: time.nullable(),
    madeBy: z.string().nullable().describe('whose it is; it never does more than they may. Null: made at the command line'),
    state: z.enum(['active', 'expired', 'revoked', 'stopped']).describe('stopped: whoever made it may not come in any more; it works again when they may'),
  })
  .meta({ id: 'ApiKey' });

export const createdApiKey = apiKey.extend({ key: z.string().describe('the whole key, shown this once') });

export type Session = z.infer<typeof session>;
export type Account = z.infer<typeof account>;
export type ApiKey = z.infer<typeof apiKey>;
export type OwnSession = z.infer<typeof ownSession>;
