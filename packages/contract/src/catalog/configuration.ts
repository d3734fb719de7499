// What a product asks on a line beyond the variant, what a line answers, and how the options are set.

import { longestPattern } from '@backdesk/domain/core/pattern.ts';
import { fileKindNames, largestFile } from '@backdesk/domain/file/kinds.ts';
import { z } from 'zod';
import { basedOn, decimal, filledLine, id, line, money, positiveDecimal } from '../core/primitives.ts';

const upchargeBreak = z.strictObject({ quantity: z.int().min(2).max(9_999_999), perPiece: positiveDecimal });

/** Of an upcharge on a line, where it has them. */
export const moreUpcharge = {
  ppm: z.int().optional().describe('a part of the price before it'),
  breaks: z
    .array(z.strictObject({ quantity: z.int(), perPiece: decimal }))
    .readonly()
    .optional()
    .describe('from a quantity on each piece adds this instead of `perPiece`'),
};

const optionUpcharge = {
  perPiece: positiveDecimal.describe('added to the price of each piece, in major units'),
  perLine: money.describe('added once to the line'),
  ppm: z.int().describe('added as a part of the price of the line before it, in parts per million: 10 % is 100000'),
  breaks: z.array(upchargeBreak).describe('from a quantity on each piece adds this instead of `perPiece`; ascending'),
};

const condition = z
  .strictObject({ optionId: id, value: z.string().min(1).max(100) })
  .describe('asked only while that option, which comes before, is answered with this value (its id), or `yes` of a checkbox');

const askedOption = {
  id,
  name: z.string(),
  help: z.string(),
  required: z.boolean(),
  carriesBreaks: z.boolean().describe('lines whose answers differ here do not add up to choose a price break'),
  onlyWhen: condition.nullable().describe('null: always asked'),
};

const answeredOption = { ...askedOption, ...optionUpcharge };

/** What is asked on a line beyond the variant. Later kinds come as further branches of "kind": a client passes over those it does not know. */
export const configurationOption = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...askedOption, kind: z.literal('choice'), values: z.array(z.strictObject({ id, name: z.string(), ...optionUpcharge })) }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('text'),
      maxLength: z.int().describe('characters'),
      pattern: z.string().describe('what the whole text must look like; empty: anything'),
    }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('number'),
      minimum: decimal.nullable(),
      maximum: decimal.nullable(),
      step: positiveDecimal.nullable().describe('counted from the least, or from 0'),
    }),
    z.strictObject({ ...answeredOption, kind: z.literal('date') }),
    z.strictObject({ ...answeredOption, kind: z.literal('checkbox') }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('file'),
      kinds: z.array(z.enum(fileKindNames)),
      largestBytes: z.int(),
    }),
  ])
  .meta({ id: 'ConfigurationOption' });

/** Answers by option id. */
export const configuration = z
  .record(id, line(1000))
  .describe('answers by option id: the id of the chosen value or of a file that was sent, the text, a number ("7.5"), a day ("2026-12-03"), or `yes`');

const atMostAMillion = positiveDecimal.refine((value) => Number(value) <= 1_000_000, 'must be at most 1,000,000');

const newUpcharge = {
  perPiece: atMostAMillion.default('0'),
  perLine: money
    .extend({ amount: z.int().min(0).max(1_000_000_000) })
    .optional()
    .describe('in the currency of the account; left out: nothing'),
  ppm: z.int().min(0).max(10_000_000).default(0).describe('10 % is 100000; at most 1000 %'),
  breaks: z
    .array(upchargeBreak.extend({ perPiece: atMostAMillion }))
    .max(20)
    .default([]),
};

const newOption = {
  id: id
    .optional()
    .describe('of an option that is there: its answers are kept, also when it is renamed. A new id of yours makes an option that conditions can name'),
  name: filledLine(100),
  help: line(300).default(''),
  required: z.boolean().default(false),
  carriesBreaks: z.boolean().default(false),
  onlyWhen: condition.nullable().default(null),
};

const newAnswered = { ...newOption, ...newUpcharge };

const bound = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'must be a number such as "7.5"')
  .nullable()
  .default(null);

/** All options of a product in the order in which they are asked. One that is left out is no longer asked. */
export const setConfiguration = z.strictObject({
  basedOn,
  options: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...newOption,
          kind: z.literal('choice'),
          values: z
            .array(z.strictObject({ id: id.optional(), name: filledLine(100), ...newUpcharge }))
            .min(1)
            .max(100),
        }),
        z.strictObject({
          ...newAnswered,
          kind: z.literal('text'),
          maxLength: z.int().min(1).max(1000).default(100),
          pattern: line(longestPattern).default(''),
        }),
        z.strictObject({ ...newAnswered, kind: z.literal('number'), minimum: bound, maximum: bound, step: bound }),
        z.strictObject({ ...newAnswered, kind: z.literal('date') }),
        z.strictObject({ ...newAnswered, kind: z.literal('checkbox') }),
        z.strictObject({
          ...newAnswered,
          kind: z.literal('file'),
          kinds: z.array(z.enum(fileKindNames)).min(1).max(fileKindNames.length),
          largestBytes: z.int().min(1).max(largestFile).default(10_000_000),
        }),
      ]),
    )
    .max(20),
});

export type ConfigurationOptionJson = z.infer<typeof configurationOption>;
export type SetConfiguration = z.output<typeof setConfiguration>;
