// What some products of the demo store ask beyond the variant: where the imprint goes, a text, gift wrap.
import type { setConfiguration } from '@backdesk/contract/catalog/configuration.ts';
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

const wrap = { option: '0199d000-0000-7000-8000-00000000aa01', box: '0199d000-0000-7000-8000-00000000aa02' };

/** A card is asked for only where there is a box to put it in. */
const giftWrap: Options = [
  {
    id: wrap.option,
    kind: 'choice',
    name: 'Gift wrap',
    values: [
      { name: 'Kraft paper', perPiece: '0.75' },
      { id: wrap.box, name: 'Gift box', perPiece: '2.40', breaks: [{ quantity: 100, perPiece: '1.95' }] },
    ],
  },
  { kind: 'text', name: 'Card text', maxLength: 80, required: true, onlyWhen: { optionId: wrap.option, value: wrap.box } },
];

/** By product code. */
export const demoConfiguration: Readonly<Record<string, Options>> = {
  'TEE-ORG': apparel,
  'CREW-SW': apparel,
  'BTL-500': [
    { kind: 'text', name: 'Engraving', help: 'Laser, one line.', maxLength: 24, perPiece: '1.90', perLine: usd(1500) },
    { kind: 'file', name: 'Artwork', help: 'One color, for the laser.', kinds: ['svg', 'pdf', 'eps', 'png'], largestBytes: 10_000_000 },
    ...giftWrap,
  ],
  'UMB-GLF': [
    {
      kind: 'choice',
      name: 'Imprint location',
      carriesBreaks: true,
      values: [{ name: 'No imprint' }, { name: 'One panel', perPiece: '0.85' }, { name: 'All panels', perPiece: '1.60', perLine: usd(3500) }],
    },
    { kind: 'text', name: 'Imprint text', maxLength: 40 },
    { kind: 'date', name: 'Needed by', help: 'We print to the day; without one, in two weeks.' },
    { kind: 'checkbox', name: 'Rush printing', help: 'Within three working days.', ppm: 150_000 },
  ],
};
