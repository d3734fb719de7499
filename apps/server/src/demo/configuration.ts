// What some products of the demo store ask beyond the variant: where the imprint goes, a text, gift wrap.
import type { setConfiguration } from '@backdesk/contract/catalog/schema.ts';
import type { z } from 'zod';

type Options = z.input<typeof setConfiguration>['options'];

const usd = (amount: number) => ({ amount, currency: 'USD' });

const apparel: Options = [
  {
    kind: 'choice',
    name: 'Imprint location',
    help: 'One color; more colors by custom line.',
    carriesBreaks: true,
    values: [
      { name: 'Left chest', perPiece: '1.40', perLine: usd(2500) },
      { name: 'Full front', perPiece: '2.10', perLine: usd(2500) },
      { name: 'Front and back', perPiece: '3.60', perLine: usd(5000) },
    ],
  },
];

const giftWrap: Options[number] = {
  kind: 'choice',
  name: 'Gift wrap',
  values: [
    { name: 'Kraft paper', perPiece: '0.75' },
    { name: 'Gift box', perPiece: '2.40' },
  ],
};

/** By product code. */
export const demoConfiguration: Readonly<Record<string, Options>> = {
  'TEE-ORG': apparel,
  'CREW-SW': apparel,
  'BTL-500': [{ kind: 'text', name: 'Engraving', help: 'Laser, one line.', maxLength: 24, perPiece: '1.90', perLine: usd(1500) }, giftWrap],
  'UMB-GLF': [
    {
      kind: 'choice',
      name: 'Imprint location',
      carriesBreaks: true,
      values: [{ name: 'No imprint' }, { name: 'One panel', perPiece: '0.85' }, { name: 'All panels', perPiece: '1.60', perLine: usd(3500) }],
    },
    { kind: 'text', name: 'Imprint text', maxLength: 40 },
    giftWrap,
  ],
};
