import { cx } from '@backdesk/ui/text/cx.ts';
import styles from './live.module.css';
import { type CompanyStore, useVisitor } from './order-company.ts';
import { t } from './texts.ts';

/** A frame around the row that somebody else is in, or has just changed, with their name. Lies over the row and takes no
 * room; what changed is said once for the page (`t.others`). */
export function LineVisitor({ company, lineId }: { company: CompanyStore; lineId: string }) {
  const visitor = useVisitor(company, lineId);
  if (visitor === undefined) return null;
  return (
    <span aria-hidden="true" className={cx(styles.frame, styles[`c${visitor.colour}`], visitor.justChanged && styles.fresh)}>
      <span className={styles.flag} dir="auto">
        {visitor.justChanged ? t.changed(visitor.name) : visitor.name}
      </span>
    </span>
  );
}
