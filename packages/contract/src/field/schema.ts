import { fieldTypes, orderFieldTypes } from '@backdesk/domain/field/types.ts';
import { z } from 'zod';
import { basedOn, filledLine, id, text } from '../core/primitives.ts';

const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'must start with a letter and hold only a–z, 0–9 and _, at most 60 of them')
  // Values are read by their code, and this one every JavaScript object answers without holding it.
  .refine((value) => !(value in {}), 'is a word of the program: please take another')
  .describe('names the field in the API; unique among those of customers or of orders; never changes');

const options = z
  .array(filledLine(200))
  .max(500)
  .refine((all) => new Set(all).size === all.length, 'must differ from each other')
  .describe('of a select, in the order they are shown');

const definitionFields = {
  label: filledLine(120),
  help: text(500).default(''),
  required: z.boolean().default(false),
  active: z.boolean().default(true),
  options: options.default([]),
  shownOnOrders: z.boolean().default(false).describe('an order field: the customer sees it on estimates'),
};

export const newCustomerField = z.strictObject({ code, type: z.enum(fieldTypes), ...definitionFields });
export const newOrderField = z.strictObject({ code, type: z.enum(orderFieldTypes), ...definitionFields });

export const changeField = z.strictObject({
  basedOn,
  label: definitionFields.label.optional(),
  help: text(500).optional(),
  required: z.boolean().optional(),
  active: z.boolean().optional().describe('switched off it is neither asked for nor shown; its values stay'),
  options: options.optional(),
  shownOnOrders: z.boolean().optional(),
});

export const reorderFields = z.strictObject({ ids: z.array(id).max(200).describe('all of them, in their new order') });

export const fieldDefinition = z
  .strictObject({
    id,
    version: z.int(),
    code: z.string(),
    type: z.enum(fieldTypes),
    label: z.string(),
    help: z.string(),
    required: z.boolean(),
    active: z.boolean(),
    options: z.array(z.string()),
    shownOnOrders: z.boolean(),
    builtIn: z.boolean().describe('PO Number: always there, its value is the poNumber of the order'),
  })
  .meta({ id: 'FieldDefinition' });

/** A field with its value, as a customer reads it on a document. */
export const shownField = z.strictObject({
  code: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

export const fieldList = z.strictObject({ items: z.array(fieldDefinition) });

export type FieldDefinition = z.infer<typeof fieldDefinition>;
export type NewCustomerField = z.input<typeof newCustomerField>;
export type ChangeField = z.input<typeof changeField>;
