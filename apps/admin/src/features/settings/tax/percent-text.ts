/** Parts per million as the percentage to edit: 88750 is "8.875". */
export function percentText(partsPerMillion: number): string {
  const digits = String(partsPerMillion).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  const whole = digits.slice(0, -4);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** "8.875" as parts per million; undefined beyond 0 to 100 or four decimals. */
export function partsPerMillion(percent: string | null): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent ?? '');
  if (!match) return undefined;
  const parts = Number(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`);
  return parts <= 1_000_000 ? parts : undefined;
}
