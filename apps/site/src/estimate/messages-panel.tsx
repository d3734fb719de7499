import type { Message } from '@backdesk/contract/message/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useCallback, useEffect, useState } from 'react';
import './messages-panel.css';
import { texts } from './texts.ts';
import { useAnswer } from './use-answer.ts';
import { api } from './use-estimate.ts';

/** What both sides wrote, newest below, and a field to write to the shop. While it cannot be read, writing still works. */
export function MessagesPanel({ token, shop }: { readonly token: string; readonly shop: string }) {
  const format = useFormat();
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [text, setText] = useState('');
  const read = useCallback(
    (signal?: AbortSignal) =>
      api.listEstimateMessages({ params: { token } }, signal === undefined ? {} : { signal }).then(({ items }) => setMessages(items.toReversed())),
    [token],
  );
  useEffect(() => {
    const ending = new AbortController();
    const look = () => {
      if (document.visibilityState === 'visible') read(ending.signal).catch(() => undefined);
    };
    look();
    // An answer of the shop shows while the page is open, and at once when somebody comes back to it.
    const again = setInterval(look, 30_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      ending.abort();
      clearInterval(again);
      document.removeEventListener('visibilitychange', look);
    };
  }, [read]);
  const { isBusy, failed, send } = useAnswer(async () => {
    setText('');
    await read();
  });

  return (
    <section className="estimate-messages estimate-paper" aria-label={texts.messages}>
      <h2>{texts.messages}</h2>
      {messages.length > 0 && (
        <ol>
          {messages.map(({ id, author, name, line, text: words, at }) => (
            <li key={id} data-author={author}>
              <p className="small soft">
                <bdi>{author === 'staff' ? `${name}, ${shop}` : name}</bdi> · <time dateTime={at}>{format.ago(at)}</time>
              </p>
              <p dir="auto">
                {line !== '' && <b>{line}: </b>}
                {words}
              </p>
            </li>
          ))}
        </ol>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') send((options) => api.writeEstimateMessage({ params: { token }, body: { text: text.trim() } }, options));
        }}
      >
        <TextArea label={texts.writeToShop(shop)} rows={2} maxLength={5000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {failed !== null && (
          <InlineNotice tone="bad" live="alert">
            {failed}
          </InlineNotice>
        )}
        <Button type="submit" size="large" busy={isBusy} disabled={text.trim() === ''}>
          {texts.sendMessage}
        </Button>
      </form>
    </section>
  );
}
