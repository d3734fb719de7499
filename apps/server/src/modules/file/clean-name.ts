/** A name as it is kept: no folders, nothing that writes right to left or not at all, at most 200 characters, the ending kept. */
export function cleanName(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const characters = [...name];
  if (characters.length <= 200) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, 200 - ending.length).join('') + ending;
}
