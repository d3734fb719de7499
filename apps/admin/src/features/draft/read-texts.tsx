import styles from './draft-page.module.css';

/** Labelled texts for who may not change them; those that say nothing are left out, and all of it when none says anything. */
export function ReadTexts({
  texts,
  className,
  label,
}: {
  texts: readonly (readonly [label: string, text: string])[];
  className?: string | undefined;
  label?: string;
}) {
  const said = texts.filter(([, text]) => text !== '');
  if (said.length === 0) return null;
  return (
    <section className={className} aria-label={label}>
      {said.map(([name, text]) => (
        <div key={name}>
          <h2 className={styles.noteLabel}>{name}</h2>
          <p className={styles.note} dir="auto">
            {text}
          </p>
        </div>
      ))}
    </section>
  );
}
