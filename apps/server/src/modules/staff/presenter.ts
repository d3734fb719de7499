import type { Session } from '@backdesk/contract/session/schema.ts';
import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { isOwner } from '@backdesk/domain/staff/keep-an-owner.ts';
import type { Acting } from '../../db/transaction.ts';
import type { Actor } from '../context.ts';

/** Who is signed in, where, and what they may do. */
export function presentSession(found: Pick<Acting, 'account' | 'actor' | 'roles' | 'email' | 'secondFactor'>): Session {
  const { account, actor } = found;
  return {
    staff: { id: actor.id, name: actor.name, email: found.email },
    account: {
      id: account.id,
      name: account.name,
      locale: account.locale,
      timeZone: account.timeZone,
      currency: account.currency,
      country: account.country,
      priceMode: account.priceMode,
      paper: account.paper,
      accent: account.accent,
    },
    roles: [...found.roles],
    permissions: [...actor.permissions],
    secondFactor: found.secondFactor ?? { isOn: false, isRequired: false },
  };
}

type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly last_seen_at: Date | null;
  readonly two_factor_enabled: boolean;
  readonly has_other_owner: boolean;
};

/** Somebody who works here, with what this actor may do about them. When they were last here is for those who manage staff. */
export function presentMember(row: MemberRow, actor: Actor): StaffMember {
  const manages = actor.permissions.has('staff:write');
  const { id, name, email, roles, active } = row;
  return {
    id,
    name,
    email,
    roles: [...roles],
    active,
    lastSeenAt: manages ? (row.last_seen_at?.toISOString() ?? null) : null,
    hasSecondFactor: manages ? row.two_factor_enabled : null,
    abilities: {
      resetSecondFactor: manages && row.two_factor_enabled,
      change: manages,
      leave: manages && (!isOwner(row) || row.has_other_owner),
      endSessions: manages,
    },
  };
}
