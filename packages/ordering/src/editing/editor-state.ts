import type { Order } from '@backdesk/contract/order/order.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import type { QueuedOp } from './order-op.ts';

/** Somebody else changed the same field first. Ours is kept beside theirs until a person chooses. */
export type Conflict = {
  readonly queued: QueuedOp;
  readonly fields: readonly { readonly field: string; readonly value: unknown; readonly by: string; readonly at: string; readonly version: number }[];
  /** Ours was typed on since, and is written over theirs. */
  readonly isTypedOn?: boolean;
};

/** The server refused an op for a reason of its own; what was typed is kept to be mended. */
export type Rejection = { readonly queued: QueuedOp; readonly problem: ProblemBody };

/** offline: nobody answers; unavailable: the server does, but cannot take it now. Either way the changes are kept and tried again. */
export type Saving = 'saved' | 'saving' | 'offline' | 'unavailable';

export type EditorState = {
  /** As the server last said. */
  readonly confirmed: Order;
  /** With everything applied that is on its way: what the screen shows. */
  readonly shown: Order;
  readonly pending: readonly QueuedOp[];
  readonly conflicts: readonly Conflict[];
  readonly rejections: readonly Rejection[];
  readonly saving: Saving;
  readonly savedAt: string | null;
};
