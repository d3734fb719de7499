// The typefaces of a document, chosen by the letters that are in it. Noto Sans comes in subsets of some 20 kB, each with
// the ranges of code points it holds; only those that a document needs are opened and embedded. Chinese, Japanese and
// Korean are large (some 80 MB a package) and are used where somebody installed them. Arabic is Plex: Noto draws a letter
// and its dots as two glyphs, and the library loses one of them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { breakWord } from './break-word.ts';

const packages = ['noto-sans', 'ibm-plex-sans-arabic', 'noto-sans-hebrew', 'noto-sans-thai', 'noto-sans-jp', 'noto-sans-sc', 'noto-sans-tc', 'noto-sans-kr'];
const weights = [400, 600] as const;

type Subset = { readonly family: string; readonly folder: string; readonly file: string; readonly ranges: readonly (readonly [number, number])[] };

const require = createRequire(import.meta.url);

function folderOf(name: string): string | null {
  try {
    return dirname(require.resolve(`@fontsource/${name}/unicode.json`));
  } catch {
    return null; // not installed: optional ones are not
  }
}

/** "U+0000-00FF,U+0131" as pairs of first and last. */
function rangesOf(text: string): Subset['ranges'] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

function readSubsets(): readonly Subset[] {
  return packages.flatMap((name) => {
    const folder = folderOf(name);
    if (folder === null) return [];
    const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
    // Latin first: figures and punctuation stand in many subsets, and should look the same everywhere.
    const names = Object.keys(ranges).toSorted((a, b) => Number(b === 'latin') - Number(a === 'latin'));
    return names.map((key) => ({
      family: `${name}/${key}`,
      folder,
      // Packages of large scripts number their subsets "[0]" and name the file by the number alone.
      file: `${name}-${key.replace(/[[\]]/g, '')}`,
      ranges: rangesOf(ranges[key] ?? ''),
    }));
  });
}

let subsets: readonly Subset[] | undefined;
const registered = new Set<string>();

function register({ family, folder, file }: Subset): void {
  if (registered.has(family)) return;
  registered.add(family);
  Font.register({ family, fonts: weights.map((weight) => ({ src: join(folder, 'files', `${file}-${weight}-normal.woff`), fontWeight: weight })) });
}

export type Fonts = {
  /** Families that hold the letters, Latin first. */
  readonly families: string[];
  /** A letter that no installed family holds, to be shown as the replacement character and not as another letter. */
  readonly missing: ReadonlySet<string>;
};

/** The fonts for all letters of a text, ready to be used. */
export function fontsFor(text: string): Fonts {
  subsets ??= readSubsets();
  const [latin] = subsets;
  const needed = new Set<Subset>(latin === undefined ? [] : [latin]);
  const missing = new Set<string>();
  for (const letter of new Set(text)) {
    const point = letter.codePointAt(0) ?? 0;
    const holds = (subset: Subset) => subset.ranges.some(([first, last]) => point >= first && point <= last);
    const found = [...needed].find(holds) ?? subsets.find(holds);
    if (found === undefined) missing.add(letter);
    else needed.add(found);
  }
  for (const subset of needed) register(subset);
  return { families: subsets.flatMap((subset) => (needed.has(subset) ? [subset.family] : [])), missing };
}

Font.registerHyphenationCallback(breakWord);
