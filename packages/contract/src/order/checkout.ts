// Checkout of an order: its shipments with how they are sent, its steps, and what rates there are to choose.

import { checkoutStepNames } from '@backdesk/domain/core/refusal.ts';
import { z } from 'zod';
import { address, id, money } from '../core/primitives.ts';
import { rateTerms } from '../settings/schema.ts';
import { refusal } from './refusal.ts';
import { placeTax } from './tax.ts';

export const chosenMethod = z.strictObject({
  rateId: z.string().nullable().describe('null: the price was typed'),
  name: z.string(),
  amount: money,
  typed: z
    .strictObject({ reason: z.string(), by: z.string() })
    .nullable()
    .describe('a price typed by staff, and why: kept until it is cleared, never quoted again'),
  terms: rateTerms.nullable().describe('as chosen; null: the price was typed'),
  termsNow: rateTerms.nullable().describe('as the rate charges today; null: it no longer serves this address'),
});

export const shipment = z
  .strictObject({
    id,
    kind: z.enum(['ship', 'pickup']),
    address: address.nullable().describe('of a pickup: where it is fetched'),
    pickupPlace: z.strictObject({ id, name: z.string(), hours: z.string() }).nullable().describe('a copy of the place as it was chosen'),
    method: chosenMethod.nullable(),
    amount: money.nullable().describe('what is counted: null while unknown or stale'),
    lines: z
      .array(z.strictObject({ lineId: id, quantity: z.int() }))
      .nullable()
      .describe('null: it holds every line that ships'),
    tax: placeTax.nullable(),
    served: z.boolean().describe('a zone reaches the address'),
  })
  .meta({ id: 'Shipment' });

export const checkoutStep = z
  .strictObject({
    name: z.enum(checkoutStepNames),
    title: z.string(),
    state: z.enum(['empty', 'done', 'stale', 'not_needed']),
    entered: z.boolean().describe('something of it was answered, though it may not be complete'),
    reasons: z
      .array(
        z.strictObject({
          input: z.string(),
          shipmentId: z.string().optional().describe('while there are several'),
          was: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          now: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      )
      .describe('what differs from when the step was completed; in "12#1k9d…" 12 is the count, the rest tells apart what counts the same'),
    refusals: z.array(refusal),
    offer: z.strictObject({ shipmentId: z.string(), rateId: z.string(), was: money, now: money }).nullable(),
  })
  .meta({ id: 'CheckoutStep' });

export const shippingRateOffer = z
  .strictObject({
    shipmentId: id,
    rateId: z.string(),
    name: z.string(),
    transit: z.string(),
    amount: money,
    terms: rateTerms,
    chosen: z.boolean(),
    was: money.nullable().describe('what this method was chosen at, when that differs now'),
  })
  .meta({ id: 'ShippingRateOffer' });

export type CheckoutStepJson = z.infer<typeof checkoutStep>;
export type ShippingRateOffer = z.infer<typeof shippingRateOffer>;
