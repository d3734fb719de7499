import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import { useNavigate } from '@tanstack/react-router';
import { changeAppearance, type Theme, useAppearance } from '../../lib/appearance.ts';
import styles from './shell.module.css';
import { t } from './texts.ts';

/** Who is signed in, at the foot of the navigation: theme and the way out. */
export function PersonMenu({ name, role, onSignOut }: { name: string; role: string; onSignOut: () => void }) {
  const { theme } = useAppearance();
  const navigate = useNavigate();
  const themeEntry = (value: Theme, label: string, icon: 'monitor' | 'sun' | 'moon'): MenuEntry => ({
    label,
    icon,
    checked: theme === value,
    onSelect: () => changeAppearance({ theme: value }),
  });
  return (
    <Menu
      placement="above"
      align="start"
      className={styles.person ?? ''}
      entries={[
        { kind: 'group', label: t.theme() },
        themeEntry('system', t.themeSystem(), 'monitor'),
        themeEntry('light', t.themeLight(), 'sun'),
        themeEntry('dark', t.themeDark(), 'moon'),
        { kind: 'rule' },
        { label: t.yourSignIn(), icon: 'key', onSelect: () => void navigate({ to: '/settings/sign-in' }) },
        { label: t.signOut(), icon: 'sign-out', onSelect: onSignOut },
      ]}
    >
      {(trigger) => (
        <button type="button" className={styles.item} {...trigger}>
          <Avatar name={name} size="small" />
          <span className={styles.name}>{name}</span>
          <span className={styles.count}>{role}</span>
        </button>
      )}
    </Menu>
  );
}
