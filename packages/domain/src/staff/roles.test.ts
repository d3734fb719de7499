import { describe, expect, test } from 'vitest';
import { permissions } from './permissions.ts';
import { permissionsOf, rolePermissions } from './roles.ts';

describe('permissionsOf', () => {
  test('the owner may do all there is', () => {
    expect([...permissionsOf(['owner'])].sort()).toEqual([...permissions].sort());
  });

  test('two roles give the union', () => {
    expect([...permissionsOf(['approver', 'sales'])]).toEqual(expect.arrayContaining(['order:approve', 'order:submit']));
  });

  test('a viewer may only read', () => {
    expect(rolePermissions.viewer.every((permission) => permission.endsWith(':read'))).toBe(true);
  });

  test('sales see no costs and do not sell below them; who approves orders sees what they earn', () => {
    const ofCosts = ['cost:read', 'cost:write', 'price:below_floor'] as const;
    expect(ofCosts.filter((permission) => permissionsOf(['sales', 'viewer']).has(permission))).toEqual([]);
    expect(ofCosts.filter((permission) => permissionsOf(['approver']).has(permission))).toEqual(['cost:read']);
  });

  test('sales may neither approve nor delete orders, nor touch settings and staff', () => {
    const may = permissionsOf(['sales']);
    const never = ['order:approve', 'order:delete', 'settings:write', 'staff:write'] as const;
    expect(never.filter((permission) => may.has(permission))).toEqual([]);
  });

  test('an unknown role gives nothing', () => {
    expect(permissionsOf(['admin', '__proto__', 'constructor']).size).toBe(0);
  });
});
