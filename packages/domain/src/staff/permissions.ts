// Permissions are verbs on nouns; roles are lists of them (roles.ts). The contract names one for each route.

export const permissions = [
  'order:read',
  'order:write',
  'order:submit',
  'order:approve',
  'order:cancel',
  'order:ship',
  'order:delete',
  'estimate:send',
  'price:override',
  'price:below_floor',
  'shipping:override',
  'customer:read',
  'customer:write',
  'customer:terms',
  'customer:export',
  'catalog:read',
  'catalog:write',
  'cost:read',
  'cost:write',
  'settings:read',
  'settings:write',
  'staff:write',
] as const;

export type Permission = (typeof permissions)[number];
