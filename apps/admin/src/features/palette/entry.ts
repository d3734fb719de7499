import type { IconName } from '@backdesk/ui/icons/icon.tsx';

/** Something that the palette leads to or does. */
export type Entry = {
  readonly id: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly label: string;
  /** Second, quiet words: a total, an e-mail address. */
  readonly more?: string;
  readonly icon: IconName;
  /** A key that does it without the palette. */
  readonly keyHint?: string;
  readonly run: () => void;
};

/** Entries whose words begin with what is typed, each typed word somewhere. */
export function matching(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = wordsOf(typed);
  return entries.filter(({ label }) => {
    const words = wordsOf(label);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
