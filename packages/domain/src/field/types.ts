// Fields that an account defines for itself, on its customers and its orders. Decision record 0013.

export const fieldSubjects = ['customer', 'order'] as const;
export type FieldSubject = (typeof fieldSubjects)[number];

export const fieldTypes = ['text', 'number', 'select', 'checkbox', 'datetime', 'link'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What an order can be asked for. */
export const orderFieldTypes = ['text', 'select', 'number', 'checkbox'] as const satisfies readonly FieldType[];

/** What a field holds: a date and time as RFC 3339 UTC, a choice as the option's own text. null and '' are no value. */
export type FieldValue = string | number | boolean;

/** Of a definition, what its values are judged by. */
export type FieldRule = {
  readonly code: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly active: boolean;
  /** Of a select, in the order they are shown; else none. */
  readonly options: readonly string[];
};

/** Code of the order field that always exists. Its value is the order's own PO number. */
export const poNumberCode = 'po_number';
