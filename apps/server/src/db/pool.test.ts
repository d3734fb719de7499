import fc from 'fast-check';
import { types } from 'pg';
import { expect, test } from 'vitest';
import { parseInstant } from './pool.ts';

const byDriver = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown;

test('a time is read as the driver reads it, to the millisecond', () => {
  const digits = fc.integer({ min: 0, max: 999_999 });
  const instant = fc.date({ min: new Date('0100-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, digits, (date, fraction) => {
      const [day, time] = date.toISOString().slice(0, 19).split('T');
      const parts = ['', `.${String(fraction).padStart(6, '0')}`, `.${String(fraction % 1000).padStart(3, '0')}`];
      for (const part of parts) expect(parseInstant(`${day} ${time}${part}+00`)).toEqual(byDriver(`${day} ${time}${part}+00`));
    }),
  );
});

test.each(['2026-11-27 11:50:13+05:30', '2026-11-27 11:50:13-08', '0044-03-15 12:00:00+00 BC', 'infinity', '10000-01-01 00:00:00+00'])(
  '%s is left to the driver',
  (text) => {
    expect(parseInstant(text)).toEqual(byDriver(text));
  },
);
