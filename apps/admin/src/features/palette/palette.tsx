import { useShortcut } from '@backdesk/ui/data/use-shortcut.ts';
import { useEffect, useState } from 'react';
import { openPaletteEvent, openShortcutsEvent } from '../../lib/palette-event.ts';
import { CommandPalette } from './command-palette.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

/** ⌘K and `?`, on every page behind the sign-in. ⌘K works while typing too; a bare `?` does not. */
export function Palette({ onSignOut }: { onSignOut: () => void }) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  useShortcut('?', () => setOpen('shortcuts'));
  useEffect(() => {
    const show = () => setOpen((now) => now ?? 'palette');
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) show();
    }
    document.addEventListener('keydown', onKeyDown);
    const showShortcuts = () => setOpen('shortcuts');
    document.addEventListener(openPaletteEvent, show);
    document.addEventListener(openShortcutsEvent, showShortcuts);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener(openPaletteEvent, show);
      document.removeEventListener(openShortcutsEvent, showShortcuts);
    };
  }, []);
  const close = () => setOpen(null);
  if (open === 'palette') return <CommandPalette onClose={close} onShortcuts={() => setOpen('shortcuts')} onSignOut={onSignOut} />;
  if (open === 'shortcuts') return <ShortcutsSheet onClose={close} />;
  return null;
}
