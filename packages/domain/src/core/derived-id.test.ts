import { expect, test } from 'vitest';
import { derivedId } from './derived-id.ts';

test('the same parts give the same UUID, others another', () => {
  const id = derivedId('line', 'charge');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId('line', 'charge')).toBe(id);
  expect(derivedId('charge', 'line')).not.toBe(id);
  const many = Array.from({ length: 20_000 }, (_, at) => derivedId('01900000-0000-7000-8000-0000000000e0', String(at)));
  expect(new Set(many).size).toBe(many.length);
});
