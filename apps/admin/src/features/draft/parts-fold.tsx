import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';
import type { Fold } from './use-folded-parts.ts';

/** Folds the parts of a bundle away below its line, or shows them. */
export function PartsFold({ fold, at, onFold }: { fold: Fold; at: string; onFold: () => void }) {
  const format = useFormat();
  const count = format.number(fold.count);
  return (
    <button
      type="button"
      className={styles.fold}
      data-cell="parts"
      aria-expanded={!fold.isFolded}
      aria-label={t.partsOf(fold.count, count, at)}
      onClick={onFold}
    >
      <Icon name="chevron-down" />
      {t.parts(fold.count, count)}
    </button>
  );
}
