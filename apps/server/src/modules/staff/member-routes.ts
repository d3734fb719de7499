import type { staffRoutes } from '@backdesk/contract/staff/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { LogFields, SecurityEvent } from '../../http/log.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import type { CommandContext } from '../context.ts';
import { actorKey } from '../context.ts';
import { Problem } from '../problem.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { changeStaff } from './commands/change-staff.ts';
import { endStaffSessions } from './commands/end-staff-sessions.ts';
import { inviteStaff } from './commands/invite-staff.ts';
import { removeStaff } from './commands/remove-staff.ts';
import { resendInvitation } from './commands/resend-invitation.ts';
import { resetSecondFactor } from './commands/reset-second-factor.ts';
import { revokeInvitation } from './commands/revoke-invitation.ts';
import { setSignInRules } from './commands/set-sign-in-rules.ts';
import { showInvitation } from './commands/show-invitation.ts';
import { presentMember } from './presenter.ts';
import { getInvitation, listInvitations } from './queries/invitations.ts';
import { getStaffMember, listStaff } from './queries/members.ts';

const readOf = ({ tx, scope, now }: CommandContext) => ({ db: tx, scope, now });

/** Once it is certain: who did it, where. */
function logAfter({ actor, scope, afterCommit }: CommandContext, event: SecurityEvent, fields: LogFields): void {
  afterCommit(() => logSecurity(event, { by: actorKey(actor), account: scope.accountId, ...fields }));
}

/** Who works here, and letting others in and out. */
export function membersHandlers(limits: Limits): AllHandlers<typeof staffRoutes> {
  return {
    listStaff: async (context, { query }) => {
      const { items, nextCursor } = await listStaff(context, query);
      return { items: items.map((row) => presentMember(row, context.actor)), nextCursor };
    },
    changeStaff: async (context, { params, body }) => {
      await changeStaff(context, params.id, body);
      logAfter(context, 'staff.changed', { staff: params.id, roles: body.roles?.join(' '), active: body.active });
      return presentMember(await getStaffMember(readOf(context), params.id), context.actor);
    },
    removeStaff: async (context, { params }) => {
      await removeStaff(context, params.id);
      logAfter(context, 'staff.removed', { staff: params.id });
      return { done: true };
    },
    endStaffSessions: async (context, { params }) => {
      const ended = await endStaffSessions(context, params.id);
      logAfter(context, 'sessions.ended', { staff: params.id, ended });
      return { ended };
    },
    resetSecondFactor: async (context, { params }) => {
      await resetSecondFactor(context, params.id);
      logAfter(context, 'second_factor.off', { staff: params.id });
      return presentMember(await getStaffMember(readOf(context), params.id), context.actor);
    },
    setSignInRules: async (context, { body }) => {
      await setSignInRules(context, body);
      return body;
    },
    listInvitations: (context, { query }) => listInvitations(context, query),
    createInvitation: async (context, { body }) => {
      const { id, url } = await inviteStaff(context, body);
      logAfter(context, 'staff.invited', { invitation: id, roles: body.roles.join(' ') });
      return { ...(await getInvitation(readOf(context), id)), url };
    },
    resendInvitation: async (context, { params }) => {
      const url = await resendInvitation(context, params.id);
      logAfter(context, 'staff.invited', { invitation: params.id });
      return { ...(await getInvitation(readOf(context), params.id)), url };
    },
    revokeInvitation: async (context, { params }) => {
      await revokeInvitation(context, params.id);
      logAfter(context, 'staff.invitation_revoked', { invitation: params.id });
      return { done: true };
    },
    openInvitation: {
      visit: async ({ services, now, ipAddress }, { params }) => {
        const place = placeOf(ipAddress);
        limits.check('wrong_link', place);
        const shown = await showInvitation(services.db, params.token, now);
        if (shown !== undefined) return shown;
        await limits.take('wrong_link', place);
        throw new Problem('not_found');
      },
    },
    acceptInvitation: {
      visit: async ({ services, ipAddress, requestId }, { params, body }) => {
        const place = placeOf(ipAddress);
        limits.check('wrong_link', place);
        const accepted = await acceptInvitation(services, { token: params.token, ...body });
        if (accepted === undefined) {
          await limits.take('wrong_link', place);
          throw new Problem('not_found');
        }
        const { staffId, accountId, ...answer } = accepted;
        logSecurity('staff.invitation_accepted', { staff: staffId, account: accountId, ipAddress, requestId });
        return answer;
      },
    },
  };
}
