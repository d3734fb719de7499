import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { Fragment } from 'react';
import { shortcutGroups } from './shortcuts.ts';
import styles from './shortcuts-sheet.module.css';
import { t } from './texts.ts';

/** `?`: every key, by where it works. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <SidePanel title={t.shortcuts()} closeLabel={t.close()} onClose={onClose} reading>
      {shortcutGroups.map(({ title, shortcuts }) => (
        <section key={title} className={styles.group}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className={styles.row}>
                <dt>
                  {keys.map((press) => (
                    <span key={press.join('+')} className={styles.press}>
                      {press.map((key, index) => (
                        <Fragment key={key}>
                          {index > 0 && ' '}
                          <kbd>{key}</kbd>
                        </Fragment>
                      ))}
                    </span>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </SidePanel>
  );
}
