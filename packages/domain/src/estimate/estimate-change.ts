// One change between two revisions, and a line as far as it is compared. Issue 6.
type Named = { readonly name: string; readonly value: string };

export type ComparedLine = {
  readonly id: string;
  readonly kind: string;
  /** The line that it hangs on, and moves along with. */
  readonly parentLineId?: string | null | undefined;
  readonly name: string;
  readonly options: readonly Named[];
  readonly answers?: readonly Named[] | undefined;
  readonly quantity: number;
  readonly unitPrice: string | null;
  /** Minor units, as the amounts below. */
  readonly total: number;
  readonly optional: boolean;
  readonly chosen: boolean;
  /** Of the lines of this group one is chosen; null or missing: of none. */
  readonly choiceGroup?: string | null | undefined;
  readonly quantityBounds?: { readonly minimum: number; readonly maximum: number } | null | undefined;
  readonly note: string;
};

export const changeKinds = [
  'line_added',
  'line_removed',
  'line_renamed',
  'line_customized',
  'line_quantity',
  'line_price',
  'line_offer',
  'line_bounds',
  'line_group',
  'line_note',
  'line_moved',
  'lines_reordered',
  'section_added',
  'section_removed',
  'section_renamed',
  'group_renamed',
  'discount',
  'ship_to',
  'shipping_method',
  'bill_to',
  'exemption',
  'valid_until',
  'due_on',
  'po_number',
  'field',
  'name',
  'note',
  'terms',
  'payment_terms',
  'deposit',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type EstimateChange = {
  readonly kind: ChangeKind;
  /** Name of the line, discount or field; '' for what is about the whole. */
  readonly label: string;
  /** By the kind: whole pieces, a unit price, minor units (discount), a day, "12-100" (bounds), "500000 ppm" or minor units (deposit), fixed, chosen or open (offer), what it follows (moved; null: nothing), else text. null: none. */
  readonly from: string | null;
  readonly to: string | null;
  /** What it makes of the lines that count, minor units; null: nothing by itself. */
  readonly difference: number | null;
};

/** A change; without a difference where it makes none by itself. */
export const change = (kind: ChangeKind, label: string, from: string | null, to: string | null, difference: number | null = null): EstimateChange => ({
  kind,
  label,
  from,
  to,
  difference,
});

/** As the line is called in words; a heading in quotes. */
export const nameOf = ({ kind, name, options }: ComparedLine) => (kind === 'section' ? `“${name}”` : [name, ...options.map(({ value }) => value)].join(' · '));
