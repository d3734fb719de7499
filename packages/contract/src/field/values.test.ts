import type { FieldRule, FieldType } from '@backdesk/domain/field/types.ts';
import { describe, expect, test } from 'vitest';
import { fieldValues } from './values.ts';

const rule = (type: FieldType, more: Partial<FieldRule> = {}): FieldRule => ({
  code: 'f',
  label: 'Field',
  type,
  required: false,
  active: true,
  options: type === 'select' ? ['Print', 'Retail'] : [],
  ...more,
});
const parsed = (one: FieldRule, value: unknown) => {
  const result = fieldValues({ definitions: [one] }).safeParse({ f: value });
  return result.success ? { taken: result.data.f } : result.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
};

describe('a value', () => {
  test.each<[FieldType, unknown, unknown]>([
    ['text', ' Twelve boxes ', 'Twelve boxes'],
    ['text', '名前 👩‍👩‍👧 \n second', '名前 👩‍👩‍👧 \n second'],
    ['text', 'x'.repeat(2000), 'x'.repeat(2000)],
    ['number', 0, 0],
    ['number', -12.5, -12.5],
    ['number', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['select', 'Retail', 'Retail'],
    ['checkbox', true, true],
    ['checkbox', false, false],
    ['datetime', '2026-11-24T09:30:00Z', '2026-11-24T09:30:00Z'],
    ['datetime', '2028-02-29T23:59:59.999Z', '2028-02-29T23:59:59.999Z'],
    ['link', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['link', 'http://intranet:8080/', 'http://intranet:8080/'],
  ])('of a %s field may be %j', (type, value, taken) => expect(parsed(rule(type), value)).toEqual({ taken }));

  test.each<[FieldType, unknown, string]>([
    ['text', 'x'.repeat(2001), '<=2000'],
    ['text', 'bell \u0007', 'control characters'],
    ['text', '\ud800', 'control characters'],
    ['text', 7, 'string'],
    ['number', '7', 'must be a number'],
    ['number', 1e300, '15 digits'],
    ['number', Number.NaN, 'must be a number'],
    ['number', Number.POSITIVE_INFINITY, 'must be a number'],
    ['number', true, 'must be a number'],
    ['select', 'Wholesale', 'one of the options'],
    ['select', 'retail', 'one of the options'],
    ['select', 0, 'string'],
    ['checkbox', 'true', 'true or false'],
    ['checkbox', 1, 'true or false'],
    ['datetime', '2026-11-24', 'time in UTC'],
    ['datetime', '2026-11-24T09:30:00+01:00', 'time in UTC'],
    ['datetime', '2026-02-30T09:30:00Z', 'time in UTC'],
    ['datetime', '0001-01-01T00:00:00Z', 'years 1900'],
    ['datetime', 1_764_000_000, 'string'],
    ['link', 'javascript:alert(1)', 'web address'],
    ['link', 'JaVaScRiPt://x.y/%0aalert(1)', 'web address'],
    ['link', 'data:text/html,<b>', 'web address'],
    ['link', 'file:///etc/passwd', 'web address'],
    ['link', 'ftp://example.com', 'web address'],
    ['link', 'example.com', 'web address'],
    ['link', 'https://', 'web address'],
    ['link', 'https://a b.example', 'web address'],
  ])('of a %s field is refused when it is %j', (type, value, why) => expect(parsed(rule(type), value)).toEqual([expect.stringContaining(why)]));

  test.each<FieldType>(['text', 'number', 'select', 'checkbox', 'datetime', 'link'])('of a %s field may be none, unless it is required', (type) => {
    for (const none of [null, '', '  ', undefined]) {
      expect(parsed(rule(type), none)).toEqual({ taken: undefined });
      expect(parsed(rule(type, { required: true }), none)).toEqual(['/f must not be empty']);
      expect(fieldValues({ definitions: [rule(type, { required: true })], mayBeEmpty: true }).safeParse({ f: none }).success).toBe(true);
    }
  });
  test('a required box has to be ticked, a required number may be 0', () => {
    expect(parsed(rule('checkbox', { required: true }), false)).toEqual(['/f must not be empty']);
    expect(parsed(rule('number', { required: true }), 0)).toEqual({ taken: 0 });
  });
});

describe('what stands there already', () => {
  const select = rule('select', { options: ['Print'] });
  const judged = (definitions: readonly FieldRule[], stored: Record<string, unknown>, given: Record<string, unknown>) =>
    fieldValues({ definitions, stored }).safeParse({ ...stored, ...given });

  test('an option that is gone stays where it was chosen, and is not taken anew', () => {
    expect(judged([select], { f: 'Retail' }, {}).data).toEqual({ f: 'Retail' });
    expect(judged([select], { f: 'Print' }, { f: 'Retail' }).success).toBe(false);
  });
  test('a field that is switched off is kept, and neither asked for nor refused', () => {
    expect(judged([rule('number', { active: false, required: true })], { f: 'as it was' }, {}).data).toEqual({ f: 'as it was' });
    expect(judged([rule('number', { active: false, required: true })], {}, { f: 'imported' }).data).toEqual({ f: 'imported' });
  });
  test('a field that was deleted is kept as it is, an unknown one refused', () => {
    expect(judged([], { old: 'x' }, {}).data).toEqual({ old: 'x' });
    expect(judged([], { old: 'x' }, { old: 'y' }).error?.issues).toMatchObject([{ path: ['old'], message: 'is not a field of this account' }]);
    for (const code of ['new', 'constructor', 'toString']) expect(judged([], {}, { [code]: 'x' }).success).toBe(false);
  });
  test('an emptied field holds nothing any more', () => expect(judged([rule('text')], { f: 'x' }, { f: null }).data).toEqual({}));
});
