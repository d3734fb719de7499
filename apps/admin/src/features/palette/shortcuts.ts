import { commandKey } from '@backdesk/ui/text/command-key.ts';

export type Shortcut = { readonly keys: readonly (readonly string[])[]; readonly does: string };
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] };

/** All keys of the desk, as the screens have them: what is changed there is changed here (a journey presses each of `everywhere`). */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: [[commandKey, 'K']], does: 'Find a page, an order, a customer, a product' },
      { keys: [['?']], does: 'This list' },
      { keys: [['Esc']], does: 'Close what is open, or take back what is typed' },
    ],
  },
  {
    title: 'In a list',
    shortcuts: [
      { keys: [['/']], does: 'Search' },
      { keys: [['J'], ['K']], does: 'Next row, row before' },
      { keys: [['Enter']], does: 'Open the row' },
      { keys: [['N']], does: 'New draft order' },
    ],
  },
  {
    title: 'In a draft',
    shortcuts: [
      { keys: [['A']], does: 'Add Product: “24 bot” searches bot and takes 24' },
      { keys: [[commandKey, 'V']], does: 'Paste a list: cells, CSV or the lines of a mail become lines of the order' },
      { keys: [['Enter']], does: 'Add what is marked; in a line, save and go to the next' },
      { keys: [[commandKey, 'Enter']], does: 'On a hit: open its product page. Elsewhere: Continue to Shipping/Billing' },
      { keys: [[commandKey, 'Shift', 'Enter']], does: 'Straight to Finalize Order: what is usual and still empty is filled in' },
      { keys: [['↑'], ['↓'], ['←'], ['→']], does: 'Move between cells' },
      {
        keys: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'Move the line',
      },
      { keys: [[commandKey, 'D']], does: 'Double the line' },
      { keys: [[commandKey, 'Delete']], does: 'Remove the line; so does a quantity of 0' },
      { keys: [['Esc']], does: 'Take back what is typed in a cell' },
    ],
  },
  {
    title: 'In checkout',
    shortcuts: [
      { keys: [[commandKey, 'Enter']], does: 'Continue' },
      { keys: [[commandKey, 'Shift', 'Enter']], does: 'Straight to Finalize Order: what is usual and still empty is filled in' },
    ],
  },
];
