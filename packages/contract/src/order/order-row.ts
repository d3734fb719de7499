// An order in a listing.

import { estimateQueues, queueActions } from '@backdesk/domain/estimate/queues.ts';
import { z } from 'zod';
import { day, id, money, time } from '../core/primitives.ts';
import { person, stage } from './order.ts';

export const orderRow = z
  .strictObject({
    id,
    number: z.int().nullable(),
    orderNumber: z.string().nullable(),
    stage,
    version: z.int(),
    name: z.string(),
    customer: z.strictObject({ id, name: z.string() }).nullable(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    owner: person.nullable(),
    itemCount: z.int(),
    lineCount: z.int(),
    total: money,
    open: z.array(z.enum(['shipping', 'tax'])),
    fulfilmentStatus: z.enum(['unshipped', 'part_shipped', 'shipped']),
    pickupStatus: z.enum(['waiting', 'fetched']).nullable(),
    estimate: z
      .strictObject({
        revision: z.int(),
        status: z.string(),
        validUntil: day,
        expired: z.boolean(),
        releasedAt: time.nullable().describe('when it first left the house: mailed, its link copied, its PDF fetched'),
        sentAt: time.nullable(),
        viewedAt: time.nullable(),
      })
      .nullable(),
    next: z
      .strictObject({ action: z.enum(queueActions), queue: z.enum(estimateQueues), besides: z.array(z.enum(estimateQueues)) })
      .nullable()
      .describe('what staff do next about it, by the work queue, and where else it stands there; null: it waits for nobody'),
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
  })
  .meta({ id: 'OrderRow' });

export type OrderRow = z.infer<typeof orderRow>;
