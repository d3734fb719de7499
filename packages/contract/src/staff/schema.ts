import { roleNames } from '@backdesk/domain/staff/roles.ts';
import { z } from 'zod';
import { email, filledLine, id, time } from '../core/primitives.ts';
import { newPassword } from '../session/schema.ts';

const roles = z.array(z.enum(roleNames)).min(1).max(10).describe('a role is a list of permissions; several add up');

export const staffMember = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.string()),
    active: z.boolean(),
    lastSeenAt: time.nullable().describe('in this account; null also for those who may not manage staff'),
    hasSecondFactor: z.boolean().nullable().describe('null for those who may not manage staff'),
    abilities: z.strictObject({
      resetSecondFactor: z.boolean(),
      change: z.boolean().describe('roles and active'),
      leave: z.boolean().describe('may be deactivated, demoted or removed: false for the last owner'),
      endSessions: z.boolean(),
    }),
  })
  .meta({ id: 'StaffMember' });

export const changeStaff = z.strictObject({ roles: roles.optional(), active: z.boolean().optional().describe('false: may no longer sign in to this account') });

export const signInRules = z.strictObject({ requiresSecondFactor: z.boolean().describe('who has none may then only set one up') });

export const createInvitation = z.strictObject({ email, roles });

export const invitation = z
  .strictObject({
    id,
    email: z.string(),
    roles: z.array(z.string()),
    invitedBy: z.string().describe('name of who invited'),
    sentAt: time.describe('when it was last mailed'),
    expiresAt: time,
    isExpired: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export const mailedInvitation = invitation.extend({ url: z.string().describe('the link of the mail, shown this once') }).meta({ id: 'MailedInvitation' });

/** What the page behind an invitation's link says. */
export const openInvitation = z.strictObject({
  accountName: z.string(),
  invitedBy: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  hasSignIn: z.boolean().describe('the address signs in here already: joining needs neither name nor password'),
  expiresAt: time,
});

export const acceptInvitation = z.strictObject({ name: filledLine(200).optional(), password: newPassword.optional() });
export const acceptedInvitation = z.strictObject({
  email: z.string(),
  accountName: z.string(),
  isNew: z.boolean().describe('a sign-in was made with the password given'),
});

export type StaffMember = z.infer<typeof staffMember>;
export type Invitation = z.infer<typeof invitation>;
export type OpenInvitation = z.infer<typeof openInvitation>;
