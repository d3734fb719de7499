// The account's colour under the button, with the text on it chosen to be readable (WCAG 2.2, contrast 1.4.3).

const house = '#0d5c68';

/** Relative luminance of "#rrggbb", 0 black to 1 white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour of the button and of the text on it; a colour that is not "#rrggbb" becomes the house's own. */
export function accentOf(accent: string): { readonly background: string; readonly text: string } {
  const background = /^#[0-9a-f]{6}$/i.test(accent) ? accent : house;
  const light = luminance(background);
  return { background, text: 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#1d1a16' };
}
