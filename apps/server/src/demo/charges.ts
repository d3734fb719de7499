// What some products of the demo store charge beside the pieces: an embroidery file and a plate made once, stitching and printing a piece.
import type { setCharges } from '@backdesk/contract/catalog/charges.ts';
import type { z } from 'zod';

type Charges = z.input<typeof setCharges>['charges'];

/** By product code. */
export const demoCharges: Readonly<Record<string, Charges>> = {
  'HOOD-ZIP': [
    { kind: 'setup', code: 'EMB-SETUP', name: 'Embroidery file', breaks: [{ quantity: 1, extendedPrice: '60.00' }] },
    {
      kind: 'run',
      code: 'EMB-RUN',
      name: 'Embroidery, left chest',
      breaks: [
        { quantity: 1, extendedPrice: '6.50' },
        { quantity: 24, extendedPrice: '138.00' },
        { quantity: 72, extendedPrice: '374.40' },
      ],
    },
  ],
  'PEN-BALL': [{ kind: 'setup', code: 'PLATE', name: 'Printing plate, one color', breaks: [{ quantity: 1, extendedPrice: '25.00' }], removable: false }],
};
