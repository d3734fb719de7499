// An account's one colour as the tokens that it may set (tokens.css): made darker or lighter where it would not be readable on our
// surfaces (WCAG 2.2, 1.4.3: 4.5 to 1), so that no choice of colour makes a button that cannot be read.

type Rgb = readonly [number, number, number];

/** What the tokens are tuned for by hand. */
const house = '#0d5c68';
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The sheet in the dark, and text on a light button there. */
const darkSheet: Rgb = [27, 25, 23];
const ink: Rgb = [6, 20, 22];
const enough = 4.5;

const channels = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const written = (rgb: Rgb): string => `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
const mixed = (from: Rgb, to: Rgb, part: number): Rgb => from.map((channel, at) => channel + ((to[at] ?? 0) - channel) * part) as unknown as Rgb;

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far apart two colours are, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved towards another no further than it takes to be read on a ground. */
function readable(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let part = 0; part < 1; part += 0.05) {
    const moved = mixed(colour, towards, part);
    if (contrast(moved, ground) >= enough) return moved;
  }
  return towards;
}

/** Custom properties for an accent "#rrggbb"; none for the house's own, or for what is no colour. */
export function accentTokens(accent: string): Readonly<Record<string, string>> {
  if (!/^#[0-9a-f]{6}$/i.test(accent) || accent.toLowerCase() === house) return {};
  const given = channels(accent);
  const light = readable(given, white, black);
  const dark = readable(given, darkSheet, white);
  const both = (day: Rgb, night: Rgb) => `light-dark(${written(day)}, ${written(night)})`;
  return {
    '--accent': both(light, dark),
    '--accent-hover': both(mixed(light, black, 0.2), mixed(dark, white, 0.2)),
    '--on-accent': both(white, contrast(dark, ink) >= enough ? ink : black),
    '--accent-soft': both(mixed(light, white, 0.9), mixed(dark, darkSheet, 0.82)),
    '--accent-line': both(mixed(light, white, 0.6), mixed(dark, darkSheet, 0.6)),
  };
}
