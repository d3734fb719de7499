import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { NewId } from '../../adapters/ids/new-id.ts';
import type { Database } from '../../db/pool.ts';
import { hashPassword, verifyPassword } from './password.ts';

export type StaffAuthOptions = {
  readonly db: Database;
  readonly newId: NewId;
  readonly secret: string;
  readonly publicUrl: string;
  readonly cookieName: string;
};

/** Codes of an app and backup codes; no codes by mail. What is wrong ten times in a row is locked for a quarter of an hour. */
const secondFactor = twoFactor({
  issuer: 'Backdesk',
  trustDeviceMaxAge: 30 * 24 * 3600,
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'staff_second_factors',
      fields: {
        userId: 'staff_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_attempts',
        lockedUntil: 'locked_until',
      },
    },
  },
});

const sessionDays = 30;

/**
 * better-auth for staff, on tables of its own names. Only what our routes call is reachable: its own router is not
 * mounted, and signing up is off (owners are made at the first start, others by invitation).
 */
export function createStaffAuth({ db, newId, secret, publicUrl, cookieName }: StaffAuthOptions) {
  const isSecure = publicUrl.startsWith('https:');
  return betterAuth({
    database: { db, type: 'postgres', transaction: true },
    secret,
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Those set before are let in; new ones are held to `passwordFault`.
      minPasswordLength: 8,
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      modelName: 'staff_sessions',
      expiresIn: sessionDays * 24 * 3600,
      fields: {
        userId: 'staff_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'staff_credentials',
      fields: {
        userId: 'staff_id',
        providerId: 'provider_id',
        accountId: 'provider_subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'staff_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [secondFactor],
    advanced: {
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-backdesk' : 'backdesk',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      database: { generateId: () => newId() },
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
        },
      },
    },
  });
}

export type StaffAuth = ReturnType<typeof createStaffAuth>;
