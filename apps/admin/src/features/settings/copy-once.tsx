import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import styles from './copy-once.module.css';
import { t } from './texts.ts';

/** A key or a link that is shown this once, and the button that copies it. */
export function CopyOnce({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <code className={styles.secret}>{text}</code>
      <div>
        <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {isCopied ? t.copied() : label}
        </Button>
      </div>
    </>
  );
}
