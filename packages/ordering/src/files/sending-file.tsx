import type { Sent } from '@backdesk/contract/fetch-telling.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { fileSize } from './file-size.ts';
import styles from './sending-file.module.css';
import { t } from './texts.ts';

/** A file on its way: how much of it is out, and when all is, that it is looked at. `sent` is null until anything is. */
export function SendingFile({ name, sent }: { name: string; sent: Sent | null }) {
  const { number } = useFormat();
  const isOut = sent !== null && sent.bytes >= sent.of;
  return (
    <span className={styles.sending}>
      <span role="status">{isOut ? t.looking(name) : t.sending(name)}</span>
      <progress className={styles.bar} aria-label={t.sent()} {...(sent === null || isOut ? {} : { value: sent.bytes, max: sent.of })} />
      {sent !== null && !isOut && <span className={styles.figures}>{t.sentOf(fileSize(sent.bytes, number), fileSize(sent.of, number))}</span>}
    </span>
  );
}
