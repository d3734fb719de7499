import styles from './skeleton.module.css';

/** One grey bar; shown only after 200 ms, so that what comes quickly never flickers. */
export function Skeleton({ width = '100%' }: { width?: string }) {
  return <span className={`${styles.late} ${styles.bar}`} style={{ width }} />;
}

/** Rows of a list to come. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div className={styles.rows} aria-busy="true" role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
        <div key={row} aria-hidden="true">
          <Skeleton width="7%" />
          <Skeleton width={`${18 + ((row * 7) % 9)}%`} />
          <Skeleton width={`${12 + ((row * 5) % 7)}%`} />
          <span className="push" />
          <Skeleton width="8%" />
        </div>
      ))}
    </div>
  );
}

/** A page to come. */
export function SkeletonPage({ label }: { label: string }) {
  return (
    <div className={styles.page} aria-busy="true" role="status" tabIndex={-1}>
      <span className="vh">{label}</span>
      <Skeleton width="220px" />
      <Skeleton width="60%" />
      <Skeleton width="80%" />
      <Skeleton width="45%" />
    </div>
  );
}
