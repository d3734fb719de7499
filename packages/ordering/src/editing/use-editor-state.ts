import { useEffect, useSyncExternalStore } from 'react';
import type { EditorState } from './editor-state.ts';
import type { OrderEditor } from './order-editor.ts';

/** What an editor shows; it tries again when the network is back, and sends what rests when the page is left. */
export function useEditorState(editor: OrderEditor | null): EditorState | null {
  useEffect(() => {
    const retry = () => editor?.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      editor?.flush();
    };
  }, [editor]);
  const now = () => editor?.getState() ?? null;
  return useSyncExternalStore(editor?.subscribe ?? never, now, now);
}

function never() {
  return () => undefined;
}
