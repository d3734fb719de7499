/** What a listing of customers can be sorted by; the ways are said at the schema. */
export const customerSortKeys = ['name', 'company', 'number', 'created', 'lastOrder'] as const;
export type CustomerSortKey = (typeof customerSortKeys)[number];
