import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { type RefObject, useRef, useState } from 'react';
import { useStraightOn } from '../../lib/use-straight-on.ts';
import type { AddProductHandle } from './add-product.tsx';
import { t } from './texts.ts';

type Beside = { readonly add: RefObject<AddProductHandle | null>; readonly goToLine: (lineId: string) => void; readonly isHeld: boolean };

/** The way straight to Finalize Order from the lines: all that was entered is on the order before it is taken. */
export function useDraftStraightOn(editor: OrderEditor, { add, goToLine, isHeld }: Beside) {
  const format = useFormat();
  const straightOn = useStraightOn(editor);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const isOnWay = useRef(false);

  async function take() {
    if ((await add.current?.allDecided()) === false) return add.current?.focus();
    const unsaved = unsavedLine(editor);
    if (unsaved !== undefined) return goToLine(unsaved);
    if (!isWorthIt(editor)) return;
    const outcome = await straightOn();
    // A conflict says itself, with both values.
    if (outcome === 'kept' || outcome.ok || outcome.problem?.code === 'order.conflict') return;
    setFailed(outcome.problem === null ? t.noAnswer() : problemText(outcome.problem, format.number));
  }
  function go() {
    if (isHeld || isOnWay.current) return;
    isOnWay.current = true;
    setBusy(true);
    setFailed(null);
    void take().finally(() => {
      isOnWay.current = false;
      setBusy(false);
    });
  }
  return { go, isHeld, isBusy, failed };
}

/** The first line of which something could not be saved, or was changed by somebody else too. */
function unsavedLine(editor: OrderEditor): string | undefined {
  const { shown, rejections, conflicts } = editor.getState();
  const unsaved = new Set([...rejections, ...conflicts].map(({ queued: { op } }) => ('lineId' in op ? op.lineId : '')));
  return shown.lines.find(({ id }) => unsaved.has(id))?.id;
}

const isWorthIt = (editor: OrderEditor) => editor.getState().shown.lines.some(({ kind }) => kind !== 'section');
