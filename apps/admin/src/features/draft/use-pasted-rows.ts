import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { mostRows, type PastedRow, readRows } from '@backdesk/domain/entry/read-rows.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine, reachOf } from '@backdesk/ordering/editing/preview-line.ts';
import { useKept } from '@backdesk/ordering/editing/use-kept.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { soldNear } from '@backdesk/ordering/lines/sold-near.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useCallback, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { readListFile } from './read-list-file.ts';
import { t } from './texts.ts';

/** A row that a person must look at: kept through a reload until it is added or skipped. */
export type OpenRow = {
  readonly id: string;
  readonly row: number;
  readonly text: string;
  readonly why: string;
  readonly quantity: number | null;
  readonly hits: readonly VariantHit[];
  /** Of what it is refused for its quantity: the nearest it may be added in. Missing: it is not. */
  readonly near?: readonly number[];
};

export type Pasting =
  | { readonly state: 'idle' }
  /** A file of this name. */
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'looking_up'; readonly count: number }
  | { readonly state: 'refused'; readonly says: string }
  /** `version`: the change by which the lines came, to be undone as one. */
  | { readonly state: 'done'; readonly says: string; readonly version: number };

type Unanswered = { readonly rows: readonly PastedRow[]; readonly unread: readonly string[] };
type Group = { readonly hit: VariantHit; readonly quantity: number; readonly rows: readonly Matched[] };
type Matched = { readonly pasted: PastedRow; readonly hit: VariantHit; readonly quantity: number };

/**
 * Pasted rows into lines: what is certain is added at once, repeated SKUs added up, in one request; everything else stays in
 * the tray with its candidates. A row that the order refuses comes back into the tray with the reason.
 */
export function usePastedRows(editor: OrderEditor, orderId: string, customerId: string | undefined) {
  const format = useFormat();
  const { value: open, keep } = useKept<readonly OpenRow[]>(`pasted.${orderId}`, []);
  const now = useRef(open);
  const [pasting, setPasting] = useState<Pasting>({ state: 'idle' });
  /** What nobody answered for waits to be tried again, whatever is pasted meanwhile. */
  const [failed, setFailed] = useState<readonly Unanswered[]>([]);

  const change = useCallback(
    (next: readonly OpenRow[]) => {
      now.current = next;
      keep(next);
    },
    [keep],
  );

  const lookUp = useCallback(
    async (rows: readonly PastedRow[], unread: readonly string[]): Promise<void> => {
      setPasting({ state: 'looking_up', count: rows.length });
      const answer = await api
        .matchRows({
          body: {
            orderId,
            ...(customerId && { customerId }),
            rows: rows.map(({ readings }) => ({ readings: readings.map((reading) => ({ ...reading })) })),
          },
        })
        .catch(() => null);
      if (answer === null) {
        setFailed((others) => [...others, { rows, unread }]);
        return setPasting({ state: 'idle' });
      }
      const certain: Matched[] = [];
      const doubtful: OpenRow[] = [];
      for (const [at, pasted] of rows.entries()) {
        const match = answer.items[at];
        const [hit] = match?.hits ?? [];
        if (match?.status === 'certain' && hit !== undefined && match.quantity !== null) certain.push({ pasted, hit, quantity: match.quantity });
        else {
          const why = pasted.readings.length === 0 ? t.pasteWhy.long() : t.pasteWhy[match?.why ?? 'none']();
          doubtful.push(openRow(pasted, why, match?.quantity ?? null, match?.hits ?? []));
        }
      }
      change([...now.current, ...doubtful]);
      const { added, refused, version } = await addAll(editor, groupsOf(certain), format.number);
      if (refused.length > 0) change([...now.current, ...refused]);
      const done = added.reduce((sum, group) => sum + group.rows.length, 0);
      const says = done === 1 ? t.pasteOneDone() : t.pasteDone(format.number(done), format.number(added.length));
      const left = unread.length === 0 ? [] : [t.sheetsLeft(unread.map((sheet) => `“${sheet}”`).join(', '), unread.length)];
      if (done > 0) setPasting({ state: 'done', says: [says, ...left].join(' '), version });
      else setPasting(left.length === 0 ? { state: 'idle' } : { state: 'refused', says: left.join(' ') });
    },
    [editor, orderId, customerId, format, change],
  );

  /** False: it is refused, and nothing of it is kept here. */
  const paste = useCallback(
    (text: string, name: string | null = null, unread: readonly string[] = []): boolean => {
      const read = readRows(text);
      if (read.ok) void lookUp(read.rows, unread);
      else {
        const tooMany = () => t.pasteTooMany(format.number(read.count), format.number(mostRows));
        const says = read.reason === 'too_many' ? tooMany() : name === null ? t.pasteFailedAs[read.reason]() : t.listFailed[read.reason](name);
        setPasting({ state: 'refused', says });
      }
      return read.ok;
    },
    [lookUp, format],
  );

  const again = useCallback(async (): Promise<void> => {
    setFailed([]);
    for (const { rows, unread } of failed) await lookUp(rows, unread);
  }, [failed, lookUp]);

  const takeFile = useCallback(
    async (file: File): Promise<void> => {
      setPasting({ state: 'reading', name: file.name });
      const read = await readListFile(file);
      if (read.ok) paste(read.text, file.name, read.unread);
      else setPasting({ state: 'refused', says: t.listFailed[read.reason](file.name) });
    },
    [paste],
  );

  const close = useCallback((ids: readonly string[]) => change(now.current.filter(({ id }) => !ids.includes(id))), [change]);
  const dismiss = useCallback(() => setPasting({ state: 'idle' }), []);
  const undo = useCallback(
    (version: number) => {
      // Ctrl+Z may have been there before.
      if (editor.canTakeBack(version)) editor.dispatch({ kind: 'undo', version, index: null, restore: null });
      setPasting({ state: 'idle' });
    },
    [editor],
  );
  /** Whether none of them waits for somebody, or for an answer. */
  const areDecided = useCallback(
    () => now.current.length === 0 && failed.length === 0 && pasting.state !== 'reading' && pasting.state !== 'looking_up',
    [failed, pasting],
  );
  return { open, pasting, areDecided, hasFailed: failed.length > 0, paste, again, takeFile, close, dismiss, undo };
}

function openRow({ row, text }: PastedRow, why: string, quantity: number | null, hits: readonly VariantHit[]): OpenRow {
  return { id: newId(), row, text, why, quantity, hits };
}

/** Of a row that came alone: where several add up, none of them is wrong by itself. */
function nearTo({ rows, hit, quantity }: Group, { refusals = [] }: ProblemBody): Pick<OpenRow, 'near'> {
  const near = rows.length > 1 ? [] : soldNear(previewLine(hit, quantity, hit.id), refusals);
  return near.length === 0 ? {} : { near };
}

/** One line a variant, in the order of its first row. */
function groupsOf(rows: readonly Matched[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const matched of rows) {
    const group = groups.get(matched.hit.id);
    groups.set(matched.hit.id, {
      hit: matched.hit,
      quantity: (group?.quantity ?? 0) + matched.quantity,
      rows: [...(group?.rows ?? []), matched],
    });
  }
  return [...groups.values()];
}

type Added = { readonly added: readonly Group[]; readonly refused: readonly OpenRow[]; readonly version: number };

/** Adds the groups in one request. What the order refuses is taken out, with why, and the rest is sent again. */
async function addAll(editor: OrderEditor, groups: readonly Group[], number: (value: number) => string): Promise<Added> {
  if (groups.length === 0) return { added: [], refused: [], version: 0 };
  const lines = groups.map(({ hit, quantity }) => {
    const lineId = newId();
    return { request: { variantId: hit.id, quantity, lineId }, preview: previewLine(hit, quantity, lineId), ...reachOf(hit) };
  });
  const outcome = await editor.perform({ kind: 'add_lines', added: lines });
  if (outcome.ok) return { added: groups, refused: [], version: outcome.version };
  const blamed = blamedBy(outcome.problem, groups.length);
  const refused = groups.flatMap((group, at) => {
    const why = blamed.get(at);
    return why === undefined
      ? []
      : group.rows.map(({ pasted, hit, quantity }) => ({ ...openRow(pasted, problemText(why, number), quantity, [hit]), ...nearTo(group, why) }));
  });
  const rest = await addAll(
    editor,
    groups.filter((_, at) => !blamed.has(at)),
    number,
  );
  return { ...rest, refused: [...refused, ...rest.refused] };
}

/** By the place of the line in the request: the problem as it concerns that line. Blames all when the problem names none. */
function blamedBy(problem: ProblemBody | null, count: number): ReadonlyMap<number, ProblemBody> {
  const whole: ProblemBody = problem ?? { type: 'about:blank', title: t.pasteFailed(), status: 0, code: 'internal_error', requestId: '' };
  const blamed = new Map<number, ProblemBody>();
  const { refusals = [], errors = [], ...plain } = whole;
  for (const refusal of refusals) blame(refusal.pointer, { ...plain, refusals: [refusal] });
  for (const error of errors) blame(error.pointer, { ...plain, errors: [error] });
  if (blamed.size === 0) for (let at = 0; at < count; at += 1) blamed.set(at, whole);
  return blamed;

  function blame(pointer: string | undefined, why: ProblemBody) {
    const at = Number(/^\/lines\/(\d+)/u.exec(pointer ?? '')?.[1] ?? Number.NaN);
    if (at < count && !blamed.has(at)) blamed.set(at, why);
  }
}
