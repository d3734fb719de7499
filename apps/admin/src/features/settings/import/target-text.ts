import { t } from './texts.ts';

/** What a target of the mapping is called on the screen. */
export function targetText(target: string): string {
  const [first = '', rest] = target.split(/[.:](.*)/s);
  if (rest === undefined) return t.targets[first] ?? first;
  if (first === 'field') return t.customField(rest);
  const part = t.parts[rest] ?? rest;
  return first === 'billing' ? t.billing(part) : t.shipping(part);
}
