// How the demo is made: every row by the command a person would have used, at the time they would have used it.
import { permissions } from '@backdesk/domain/staff/permissions.ts';
import type { Files } from '../adapters/files/port.ts';
import { type Acting, inTransaction, type Services } from '../db/transaction.ts';
import type { Actor, CommandContext } from '../modules/context.ts';

export type DemoStaff = { readonly id: string; readonly name: string; readonly email: string };

/** Who did it, and how many days before the first start. */
export type Moment = { readonly by: DemoStaff; readonly daysAgo: number; readonly hour?: number };

export type DemoShop = {
  readonly ana: DemoStaff;
  readonly jonas: DemoStaff;
  readonly files: Files;
  /** The day so many days after the first start. */
  readonly dayAfter: (days: number) => string;
  /** Runs one command in a transaction of its own. */
  readonly run: <Answer>(moment: Moment, command: (context: CommandContext) => Promise<Answer>) => Promise<Answer>;
};

export function openDemoShop(services: Services, acting: Acting, people: { readonly ana: DemoStaff; readonly jonas: DemoStaff }): DemoShop {
  const start = services.now();
  return {
    ...people,
    files: services.files,
    dayAfter: (days) => new Date(start.getTime() + days * 24 * 3600 * 1000).toISOString().slice(0, 10),
    run: ({ by, daysAgo, hour = 15 }, command) => {
      const actor: Actor = { kind: 'staff', id: by.id, name: by.name, permissions: new Set(permissions) };
      const at = new Date(start.getTime() - daysAgo * 24 * 3600 * 1000);
      if (daysAgo > 0) at.setUTCHours(hour, (daysAgo * 7) % 60, 0, 0);
      return inTransaction({ ...services, now: () => at }, { ...acting, actor, roles: ['owner'], email: by.email }, command);
    },
  };
}
