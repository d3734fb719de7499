/** What stands between commas, semicolons or line breaks, each once: "995, 967" is two. Spaces within stay, as "SW1 A" has them. */
export function wordsOf(text: string): string[] {
  const words = text
    .split(/[,;\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}
