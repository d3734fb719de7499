// What others do to an order comes into its editor: read again when something newer is announced, merged with what is on
// its way from here. What was typed and is unsent stays on top; a field that both changed is settled by the server's answer.
import type { Client } from '@backdesk/contract/client.ts';
import type { ChangeMessage, PresenceMessage, PresentPerson } from '@backdesk/contract/live/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import type { OrderEditor } from '../editing/order-editor.ts';
import { sameJson } from '../editing/same-json.ts';
import type { BrowserStream } from './browser-stream.ts';

export type FollowOptions = {
  readonly stream: BrowserStream<ChangeMessage, PresenceMessage>;
  readonly api: Pick<Client<Routes>, 'getOrder'>;
  readonly editor: OrderEditor;
  /** This tab: it is there by following. */
  readonly tabId: string;
  /** Whom we are: what came from here is no news. */
  readonly person: string;
  readonly onPeople: (people: readonly PresentPerson[]) => void;
  /** Somebody else changed it; `lineIds` are the lines that differ now. */
  readonly onOthers: (by: ChangeMessage['by'], lineIds: readonly string[]) => void;
  /** It could not be read: it was deleted, or the session is over. */
  readonly onLost: () => void;
};

/** Longer than any answer takes that is on its way. */
const ownAnswerMs = 2_000;

export function followOrder({ stream, api, editor, tabId, person, onPeople, onOthers, onLost }: FollowOptions): () => void {
  const { id, version } = editor.getState().confirmed;
  let newest: ChangeMessage | undefined;
  let reading = false;
  let isOver = false;

  async function catchUp(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      for (let message = newest; message !== undefined && !isOver; message = newest) {
        // Before anything is waited for: what is announced meanwhile is looked at next.
        newest = undefined;
        await ownAnswer(editor, message.version);
        const before = editor.getState().confirmed;
        if (message.version <= before.version) continue;
        editor.receive(await api.getOrder({ params: { id } }));
        if (message.by.person !== person) onOthers(message.by, changedLines(before, editor.getState().confirmed));
      }
    } catch {
      if (!isOver) onLost();
    } finally {
      reading = false;
    }
  }

  const stop = stream.follow(
    id,
    version,
    (message) => {
      if (message.event === 'presence') return onPeople(message.data.people);
      newest = message.data;
      void catchUp();
    },
    tabId,
  );
  return () => {
    isOver = true;
    stop();
  };
}

/** While our own answer is on its way: it says the same as the message, or reads what it announces. Nothing is read twice. */
export function ownAnswer(editor: OrderEditor, version: number): Promise<void> {
  const isDue = () => editor.getState().confirmed.version < version && editor.isAwaiting();
  if (!isDue()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, ownAnswerMs);
    const unsubscribe = editor.subscribe(() => {
      if (!isDue()) done();
    });
  });
}

/** Lines that are new or say something else than before. */
export function changedLines(before: Order, after: Order): readonly string[] {
  const known = new Map(before.lines.map((line) => [line.id, line]));
  return after.lines.flatMap((line) => {
    const was = known.get(line.id);
    return was !== undefined && (was === line || sameJson(was, line)) ? [] : [line.id];
  });
}
