// Written by scripts/tables.ts from the migrated database. Do not edit.

/** The tables as Kysely reads and writes them. */
// biome-ignore lint/complexity/noBannedTypes: no tables yet
export type Tables = {};
