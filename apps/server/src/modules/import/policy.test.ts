import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import { expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import { assertMayRead, readableKinds } from './policy.ts';

// No role of today may read the catalogue and not the customers; one of tomorrow may.
const actor = (...permissions: readonly Permission[]): Actor => ({ kind: 'staff', id: 'a', name: 'A', permissions: new Set(permissions) });

test('whoever may not read customers reads no file of them, and is told as little as of one that is missing', () => {
  expect(readableKinds(actor('catalog:read'))).toEqual(['products']);
  expect(readableKinds(actor('catalog:read', 'customer:read'))).toEqual(['products', 'customers']);
  expect(() => assertMayRead(actor('catalog:read'), { kind: 'customers' })).toThrow('not_found');
  expect(() => assertMayRead(actor('catalog:read'), { kind: 'products' })).not.toThrow();
});
