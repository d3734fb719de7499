import { expect, test } from 'vitest';
import { newCustomerField, newOrderField } from './schema.ts';

test.each([newCustomerField, newOrderField])('a field has no code that every object answers: its values could not be told from none', (schema) => {
  const field = { type: 'text', label: 'Who built it' };
  expect(schema.safeParse({ ...field, code: 'constructor' }).error?.issues).toMatchObject([{ path: ['code'] }]);
  expect(schema.safeParse({ ...field, code: 'constructors' }).success).toBe(true);
});
