// What the demo store sells together: one at a price of its own, one at that of its parts.

export type DemoBundle = {
  readonly code: string;
  readonly name: string;
  readonly picture: string;
  readonly category: string;
  readonly description: string;
  readonly pricing: 'fixed' | 'summed';
  /** Of a fixed price: so many cost so much together. */
  readonly breaks: readonly (readonly [quantity: number, extendedPrice: string])[];
  readonly parts: readonly (readonly [sku: string, quantity: number])[];
};

export const demoBundles: readonly DemoBundle[] = [
  {
    code: 'KIT-WELCOME',
    name: 'Welcome kit',
    picture: 'mailer-box',
    category: 'Events',
    description: 'For the first day: a tumbler, a notebook and two pens in a tote, packed by us.',
    pricing: 'fixed',
    breaks: [
      [1, '39.00'],
      [25, '900.00'],
      [100, '3300.00'],
    ],
    parts: [
      ['TOTE-NAT-NAT', 1],
      ['TUMB-16-FOR', 1],
      ['NB-A5-PLM', 1],
      ['PEN-BALL-RED', 2],
    ],
  },
  {
    code: 'SET-DESK',
    name: 'Desk set',
    picture: 'desk-pad',
    category: 'Print & paper',
    description: 'A weekly pad, two pocket notebooks and three pens, each at its own price.',
    pricing: 'summed',
    breaks: [],
    parts: [
      ['PAD-DSK', 1],
      ['NB-PKT-FOR', 2],
      ['PEN-BALL-BLK', 3],
    ],
  },
];
