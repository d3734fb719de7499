import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import styles from './mail-body.module.css';
import { t } from './texts.ts';

export type MailBodyProps = {
  html: string;
  text: string;
  /** False while its links lead nowhere yet. */
  isSent: boolean;
};

/** Both parts of a mail: as it looks, and as text. */
export function MailBody({ html, text, isSent }: MailBodyProps) {
  const [part, setPart] = useState<'html' | 'text'>('html');
  return (
    <div className={styles.body}>
      <fieldset className={styles.parts} aria-label={t.parts()}>
        {(['html', 'text'] as const).map((kind) => (
          <Button key={kind} size="small" variant={part === kind ? 'accent' : 'quiet'} aria-pressed={part === kind} onClick={() => setPart(kind)}>
            {kind === 'html' ? t.asHtml() : t.asText()}
          </Button>
        ))}
      </fieldset>
      {part === 'html' ? (
        // Sandboxed: nothing in a mail runs, submits or reaches our origin. Links of a sent one open apart.
        <iframe
          className={styles.frame}
          title={t.htmlPart()}
          sandbox={isSent ? 'allow-popups allow-popups-to-escape-sandbox' : ''}
          srcDoc={isSent ? withTargets(html) : html}
        />
      ) : (
        <pre className={styles.plain} dir="auto">
          {text}
        </pre>
      )}
    </div>
  );
}

/** Links of the mail open in a tab of their own; inside the frame they would replace the mail. */
function withTargets(html: string): string {
  return html.includes('<head>') ? html.replace('<head>', '<head><base target="_blank">') : `<base target="_blank">${html}`;
}
