// Tax of an order: what is charged, and the place it is worked out for with the rates there.

import { z } from 'zod';
import { money } from '../core/primitives.ts';

export const taxLine = z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), base: money, amount: money }).meta({ id: 'TaxLine' });

export const taxPlace = z.strictObject({ country: z.string(), region: z.string(), postcode: z.string() });

const appliedRate = z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), category: z.string().nullable(), onShipping: z.boolean() });

export const placeTax = z.strictObject({ place: taxPlace, rates: z.array(appliedRate) }).meta({ id: 'PlaceTax' });
