import type { FieldType } from '@backdesk/domain/field/types.ts';

/** A definition as commands hold it. */
export type FieldRow = {
  readonly id: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly code: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly active: boolean;
  readonly options: readonly string[];
  readonly shownOnOrders: boolean;
  readonly builtIn: boolean;
};
