// Sign-in of customers: better-auth once more, one instance an account over an adapter that never leaves that account. Its tenant field is
// called `storeId`, because `accountId` is a name of its own. Only what our routes call is reachable. Decision record 0034.
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import type { NewId } from '../../adapters/ids/new-id.ts';
import type { Database } from '../../db/pool.ts';
import { hashPassword, verifyPassword } from '../staff/password.ts';

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>;

export type CustomerAuthOptions = {
  readonly db: Database;
  readonly newId: NewId;
  readonly secret: string;
  readonly publicUrl: string;
  readonly cookieName: string;
};

const sessionDays = 30;
const store = { storeId: { type: 'string', required: true, input: false, fieldName: 'account_id' } } as const;
const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** Every question of the adapter is about this account, and what it makes belongs to it. */
function within(adapter: Adapter, storeId: string): Adapter {
  const mine = { field: 'storeId', value: storeId };
  const asked = <Given extends { readonly where?: Parameters<Adapter['findOne']>[0]['where'] | undefined }>(given: Given) => ({
    ...given,
    where: [...(given.where ?? []), mine],
  });
  return {
    ...adapter,
    create: (given) => adapter.create({ ...given, data: { ...given.data, storeId } }),
    findOne: (given) => adapter.findOne(asked(given)),
    findMany: (given) => adapter.findMany(asked(given)),
    count: (given) => adapter.count(asked(given)),
    update: (given) => adapter.update(asked(given)),
    updateMany: (given) => adapter.updateMany(asked(given)),
    delete: (given) => adapter.delete(asked(given)),
    deleteMany: (given) => adapter.deleteMany(asked(given)),
    consumeOne: (given) => adapter.consumeOne(asked(given)),
    incrementOne: (given) => adapter.incrementOne(asked(given)),
    transaction: (work) => adapter.transaction((inner) => work(within(inner as Adapter, storeId))),
  };
}

function createAuth({ db, newId, secret, publicUrl, cookieName }: CustomerAuthOptions, storeId: string) {
  const isSecure = publicUrl.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const;
  return betterAuth({
    database: (options: BetterAuthOptions) => within(kyselyAdapter(db, { type: 'postgres', transaction: true })(options), storeId),
    secret,
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: 'customer_logins', fields: { emailVerified: 'email_verified', ...dates }, additionalFields: store },
    session: {
      modelName: 'customer_sessions',
      expiresIn: sessionDays * 24 * 3600,
      fields: { userId: 'login_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...dates },
      additionalFields: store,
    },
    account: {
      modelName: 'customer_credentials',
      fields: {
        userId: 'login_id',
        providerId: 'provider_id',
        accountId: 'provider_subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
      additionalFields: store,
    },
    verification: { modelName: 'customer_verifications', fields: { expiresAt: 'expires_at', ...dates }, additionalFields: store },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-backdesk-site' : 'backdesk-site',
      defaultCookieAttributes: cookie,
      database: { generateId: () => newId() },
      cookies: { session_token: { name: cookieName, attributes: cookie } },
    },
  });
}

export type CustomerAuth = (accountId: string) => ReturnType<typeof createAuth>;

/** The instance of an account, made when somebody first signs in there. */
export function createCustomerAuth(options: CustomerAuthOptions): CustomerAuth {
  const made = new Map<string, ReturnType<typeof createAuth>>();
  return (accountId) => {
    const known = made.get(accountId) ?? createAuth(options, accountId);
    made.set(accountId, known);
    return known;
  };
}
