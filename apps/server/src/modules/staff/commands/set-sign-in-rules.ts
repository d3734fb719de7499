import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { lockMembers } from '../store/members.ts';
import { updateSignInRules } from '../store/second-factors.ts';

/**
 * Says whether staff of this account need a second factor. From then on who has none may only set one up. Who asks it of
 * others has one: else they would shut the door on themselves in the same press.
 */
export async function setSignInRules(context: CommandContext, rules: { readonly requiresSecondFactor: boolean }): Promise<void> {
  const { actor, secondFactor } = context;
  if (rules.requiresSecondFactor && actor.kind === 'staff' && secondFactor?.isOn !== true) throw new Problem('second_factor.own_first');
  await lockMembers(context);
  await updateSignInRules(context.tx, context.scope, rules.requiresSecondFactor);
  await recordStaffEvent(context, context.scope.accountId, 'staff.sign_in_rules_changed', rules);
}
