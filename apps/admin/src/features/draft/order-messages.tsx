import type { Message } from '@backdesk/contract/message/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { useKept } from '@backdesk/ordering/editing/use-kept.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import styles from './order-messages.module.css';
import { t } from './texts.ts';

/** The thread with the customer, newest below, and a field to answer. Shown once they may have a page to read it on. */
export function OrderMessages({ order }: { order: Order }) {
  const isOut = order.estimate?.revisions.some(({ releasedAt }) => releasedAt !== null) === true;
  const thread = useInfiniteQuery({
    // Every event of the order moves its version, so a message of the customer is read as soon as it is told.
    queryKey: ['order', order.id, 'messages', order.version],
    queryFn: ({ pageParam, signal }) =>
      api.listMessages({ params: { id: order.id }, query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isOut,
  });
  if (!isOut) return null;
  const messages = (thread.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  return (
    <section className={styles.messages} aria-label={t.messages()}>
      <h2>{t.messages()}</h2>
      {thread.hasNextPage && (
        <Button variant="link" size="small" busy={thread.isFetchingNextPage} onClick={() => void thread.fetchNextPage()}>
          {t.earlierMessages()}
        </Button>
      )}
      {thread.isSuccess && messages.length === 0 && <p className="muted small">{t.noMessages()}</p>}
      {messages.length > 0 && (
        <ol>
          {messages.map((message) => (
            <Said key={message.id} message={message} />
          ))}
        </ol>
      )}
      {order.abilities.edit && <WriteMessage orderId={order.id} />}
    </section>
  );
}

function Said({ message }: { message: Message }) {
  const format = useFormat();
  return (
    <li>
      <Avatar name={message.name} />
      <div>
        <p className={styles.who}>
          <bdi className="medium">{message.name}</bdi> {message.author === 'customer' && <span className="muted">{t.theCustomer()}</span>}
          <time className="muted" dateTime={message.at}>
            {format.ago(message.at)}
          </time>
        </p>
        <p className={styles.words} dir="auto">
          {message.line !== '' && <b>{message.line}: </b>}
          {message.text}
        </p>
      </div>
    </li>
  );
}

function WriteMessage({ orderId }: { orderId: string }) {
  const queryClient = useQueryClient();
  const { value: text, keep, forget } = useKept(`message.${orderId}`, '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: () => api.writeMessage({ params: { id: orderId }, body: { text: text.trim() } }, { idempotencyKey: key }),
    onSuccess: () => {
      keep('');
      forget();
      setKey(crypto.randomUUID());
      return queryClient.invalidateQueries({ queryKey: ['order', orderId] });
    },
  });
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !send.isPending) send.mutate();
      }}
    >
      <TextArea label={t.writeMessage()} help={t.messageHelp()} rows={2} maxLength={5000} value={text} onChange={(event) => keep(event.currentTarget.value)} />
      {send.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(send.error)}
        </InlineNotice>
      )}
      <Button type="submit" icon="mail" busy={send.isPending} disabled={text.trim() === ''}>
        {t.sendMessageNow()}
      </Button>
    </form>
  );
}
