import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import styles from './live.module.css';
import { type CompanyStore, useCompanions } from './order-company.ts';
import { t } from './texts.ts';

/** Initials of everybody else who has the order open; nothing while nobody has. */
export function PeopleHere({ company }: { company: CompanyStore }) {
  const companions = useCompanions(company);
  if (companions.length === 0) return null;
  return (
    <ul className={styles.people} aria-label={t.here()}>
      {companions.map(({ person, name, colour, isOwn }) => (
        <li key={person} title={isOwn ? t.you(name) : t.isIn(name)}>
          <Avatar name={name} colour={colour} />
          <span className="vh">{isOwn ? t.you(name) : name}</span>
        </li>
      ))}
    </ul>
  );
}
