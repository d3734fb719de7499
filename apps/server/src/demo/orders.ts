// The orders of the demo store, oldest first: some of every stage that can be reached, so that each tab has something to show.

export type DemoLine =
  | readonly [sku: string, quantity: number]
  | { readonly section: string }
  | { readonly custom: string; readonly unitPrice: string; readonly quantity: number; readonly ships?: boolean }
  | { readonly sku: string; readonly quantity: number; readonly price: string; readonly reason: string }
  /** Answers by the names of option and value; a text as it is typed, a file by what it is called. */
  | { readonly sku: string; readonly quantity: number; readonly answers: Readonly<Record<string, string>> };

export type DemoOrder = {
  readonly customer: string;
  readonly name: string;
  readonly daysAgo: number;
  readonly by: 'ana' | 'jonas';
  /** So many lines are picked by the seeded dice; or the lines themselves. */
  readonly lines: number | readonly DemoLine[];
  /** How far checkout has come. */
  readonly checkout: 'none' | 'address' | 'method' | 'all';
  readonly stage: 'draft' | 'estimate' | 'saved_cart' | 'submitted';
  readonly poNumber?: string;
  readonly note?: string;
  /** How the estimate went out; without it nobody outside has seen it. */
  readonly sent?: 'mail' | 'link';
  readonly viewed?: number;
  /** Issued once more after a change; withdrawn; accepted by phone; or the customer asked for this change. */
  readonly afterwards?: 'changed' | 'withdrawn' | 'accepted' | { readonly asks: string };
  readonly message?: string;
};

const uniforms: readonly DemoLine[] = [
  ['TEE-HVY-RED-S', 12],
  ['TEE-HVY-RED-M', 24],
  ['TEE-HVY-RED-L', 12],
  { custom: 'Screen print, left chest, 1 color: setup', unitPrice: '35', quantity: 1, ships: false },
  ['APR-BIB-NVY', 24],
  ['MUG-11-NVY', 450],
  { sku: 'CAP-5P-BLK', quantity: 24, price: '9.75', reason: 'Match last spring' },
  { custom: 'Artwork redraw, harbor crest', unitPrice: '45', quantity: 2, ships: false },
  ['STK-RND-75-MAT', 1000],
  { sku: 'BTL-500-STL', quantity: 36, answers: { Engraving: 'Harbor Coffee 2026', Artwork: 'harbor-crest.png', 'Gift wrap': 'Kraft paper' } },
];

export const demoOrders: readonly DemoOrder[] = [
  {
    customer: 'Sarah Whitfield',
    name: 'Autumn 10K',
    daysAgo: 74,
    by: 'jonas',
    lines: [
      { sku: 'TEE-ORG-FOR-M', quantity: 48, answers: { 'Imprint location': 'Full front' } },
      { sku: 'TEE-ORG-FOR-L', quantity: 36, answers: { 'Imprint location': 'Full front' } },
      ['LAN-20-RED', 100],
    ],
    checkout: 'all',
    stage: 'submitted',
    poNumber: 'KR-2026-31',
  },
  {
    customer: 'Helen Brandt',
    name: 'Front desk pens',
    daysAgo: 66,
    by: 'ana',
    lines: [
      ['PEN-BALL-NVY', 500],
      ['NB-A5-NVY', 50],
      ['KIT-WELCOME', 4],
      ['SET-DESK', 6],
    ],
    checkout: 'all',
    stage: 'submitted',
  },
  { customer: 'Priya Raman', name: 'Science fair', daysAgo: 60, by: 'jonas', lines: 5, checkout: 'all', stage: 'submitted', poNumber: '44-1902' },
  {
    customer: 'Jamal Reed',
    name: 'Gallery shop',
    daysAgo: 52,
    by: 'ana',
    lines: [
      ['TOTE-MKT-NAT', 100],
      ['NB-PKT-CLA', 50],
      ['STK-DIE', 500],
    ],
    checkout: 'all',
    stage: 'submitted',
  },
  {
    customer: 'Elena Rossi',
    name: 'Taproom mugs',
    daysAgo: 47,
    by: 'jonas',
    lines: [
      ['MUG-15-BLK', 144],
      ['APR-WST-BLK', 24],
    ],
    checkout: 'all',
    stage: 'submitted',
  },
  {
    customer: 'Oliver Penrose',
    name: 'Bookshop totes',
    daysAgo: 44,
    by: 'ana',
    lines: [
      ['TOTE-NAT-NAT', 250],
      ['KIT-WELCOME', 25],
      ['SET-DESK', 4],
    ],
    checkout: 'all',
    stage: 'estimate',
    sent: 'mail',
    viewed: 2,
  },
  {
    customer: 'Chloé Tremblay',
    name: 'Équipe hiver',
    daysAgo: 39,
    by: 'jonas',
    lines: [
      ['BEAN-RIB-MUS', 48],
      ['HOOD-ZIP-GRY-M', 12],
    ],
    checkout: 'all',
    stage: 'submitted',
  },
  { customer: 'Marcus Bell', name: 'Second store opening', daysAgo: 35, by: 'ana', lines: 6, checkout: 'all', stage: 'submitted', poNumber: 'HC-7731' },
  {
    customer: 'Jürgen Groß',
    name: 'Messestand Hannover',
    daysAgo: 31,
    by: 'jonas',
    lines: [['LAN-20-NVY', 500], ['BAN-VNL', 5], { section: 'For the stand' }, ['PEN-BALL-BLK', 250]],
    checkout: 'all',
    stage: 'submitted',
  },
  {
    customer: 'Ben Achterberg',
    name: 'Counselor shirts',
    daysAgo: 28,
    by: 'ana',
    lines: [
      ['TEE-HVY-NVY-M', 24],
      ['TEE-HVY-NVY-L', 24],
      ['TEE-KID-SKY-67', 48],
    ],
    checkout: 'all',
    stage: 'estimate',
    sent: 'mail',
    viewed: 4,
    afterwards: { asks: 'Twelve of the large ones as XL, please. The kids sizes are right.' },
    message: 'Ben, these hold until the end of next week. The kids sizes are in stock now.',
  },
  { customer: 'Nia Adeyemi', name: 'Volunteer day', daysAgo: 26, by: 'jonas', lines: 4, checkout: 'all', stage: 'submitted' },
  {
    customer: 'Anna Lindqvist',
    name: 'Förkläden',
    daysAgo: 24,
    by: 'ana',
    lines: [
      ['APR-BIB-NAT', 24],
      ['TWL-TEA-NAT', 25],
    ],
    checkout: 'all',
    stage: 'estimate',
    sent: 'mail',
    viewed: 1,
    afterwards: 'accepted',
  },
  {
    customer: 'Grace Kim',
    name: 'Crew sweatshirts',
    daysAgo: 21,
    by: 'jonas',
    lines: [
      ['CREW-SW-PLM-S', 6],
      ['CREW-SW-PLM-M', 12],
      ['CREW-SW-PLM-L', 6],
    ],
    checkout: 'address',
    stage: 'saved_cart',
  },
  {
    customer: 'Luis Ortega',
    name: 'Delivery boxes',
    daysAgo: 19,
    by: 'ana',
    lines: [
      ['BOX-MLR', 500],
      ['LBL-ROLL', 10],
    ],
    checkout: 'method',
    stage: 'estimate',
    sent: 'link',
  },
  {
    customer: 'Tom Okafor',
    name: 'Track team',
    daysAgo: 17,
    by: 'jonas',
    lines: 5,
    checkout: 'none',
    stage: 'estimate',
    sent: 'mail',
    afterwards: 'changed',
    viewed: 1,
  },
  {
    customer: 'Walter Finch',
    name: 'Counter mugs',
    daysAgo: 16,
    by: 'ana',
    lines: [
      ['MUG-11-WHT', 36],
      ['MUG-ENM', 24],
    ],
    checkout: 'all',
    stage: 'submitted',
    note: 'Walter calls back on Tuesdays.',
  },
  {
    customer: 'Ingrid Solberg',
    name: 'Festival bottles',
    daysAgo: 14,
    by: 'jonas',
    lines: [
      ['BTL-500-BLK', 96],
      ['LAN-20-RED', 500],
    ],
    checkout: 'address',
    stage: 'estimate',
  },
  {
    customer: 'Rosa Delgado',
    name: 'Wedding favors',
    daysAgo: 13,
    by: 'ana',
    lines: [
      ['NB-PKT-FOR', 50],
      ['TOTE-NAT-NAT', 50],
      ['KIT-WELCOME', 2],
    ],
    checkout: 'none',
    stage: 'saved_cart',
  },
  {
    customer: '田中 美咲',
    name: 'ワークショップ',
    daysAgo: 12,
    by: 'jonas',
    lines: [
      ['NB-A5-BLK', 25],
      ['PEN-BALL-RED', 50],
    ],
    checkout: 'all',
    stage: 'estimate',
    sent: 'mail',
  },
  {
    customer: 'Helen Brandt',
    name: 'New signage',
    daysAgo: 11,
    by: 'ana',
    lines: [['BAN-VNL', 1], { custom: 'Mounting on site', unitPrice: '180', quantity: 1, ships: false }],
    checkout: 'method',
    stage: 'estimate',
    sent: 'mail',
    afterwards: 'withdrawn',
  },
  {
    customer: 'Олена Шевченко',
    name: 'Квіткова крамниця',
    daysAgo: 10,
    by: 'jonas',
    lines: [
      ['STK-RND-75-GLS', 1000],
      ['CARD-350', 500],
    ],
    checkout: 'address',
    stage: 'draft',
  },
  { customer: 'Elena Rossi', name: 'Holiday gift sets', daysAgo: 9, by: 'ana', lines: 7, checkout: 'all', stage: 'submitted', poNumber: 'CB-118' },
  {
    customer: 'ليلى حداد',
    name: 'افتتاح المقهى',
    daysAgo: 8,
    by: 'jonas',
    lines: [
      ['MUG-11-CLA', 144],
      ['APR-BIB-BLK', 12],
    ],
    checkout: 'address',
    stage: 'estimate',
    sent: 'mail',
    viewed: 2,
  },
  {
    customer: 'Priya Raman',
    name: 'Spring uniforms',
    daysAgo: 7,
    by: 'ana',
    lines: 12,
    checkout: 'method',
    stage: 'draft',
    note: 'Waiting for sizes from the coach.',
  },
  { customer: 'נועה לוי', name: '', daysAgo: 6, by: 'jonas', lines: [['POLO-PQ-WHT-M', 12]], checkout: 'none', stage: 'draft' },
  { customer: 'Γιώργος Παππάς', name: 'Ποδιές', daysAgo: 5, by: 'ana', lines: [['APR-WST-BLK', 24]], checkout: 'none', stage: 'draft' },
  { customer: 'अनन्या शर्मा', name: '', daysAgo: 4, by: 'jonas', lines: [], checkout: 'none', stage: 'draft' },
  {
    customer: 'Jamal Reed',
    name: 'Sample pack',
    daysAgo: 4,
    by: 'ana',
    lines: [
      ['TUMB-16-FOR', 2],
      ['BTL-GLS-TEA', 2],
      ['UMB-GLF-NVY', 1],
    ],
    checkout: 'all',
    stage: 'submitted',
  },
  { customer: 'Sarah Whitfield', name: 'Winter series', daysAgo: 3, by: 'jonas', lines: 9, checkout: 'all', stage: 'draft' },
  {
    customer: 'Dana Wu',
    name: 'Winter uniforms',
    daysAgo: 2,
    by: 'jonas',
    lines: uniforms,
    checkout: 'method',
    stage: 'estimate',
    sent: 'mail',
    afterwards: 'changed',
    viewed: 3,
    message: 'Hi Dana, 500 mugs cost less than 450, so I raised it. The tees come from one dye lot and will match last spring’s.',
  },
  {
    customer: 'Carlos Mendes',
    name: 'Ski club hoodies',
    daysAgo: 1,
    by: 'ana',
    lines: [
      { section: 'Hoodies, embroidered' },
      ['HOOD-ZIP-GRY-S', 6],
      ['HOOD-ZIP-GRY-M', 12],
      ['HOOD-ZIP-GRY-L', 12],
      ['PEN-BALL-BLK', 250],
      ['KIT-WELCOME', 12],
      ['SET-DESK', 8],
    ],
    checkout: 'none',
    stage: 'draft',
  },
  {
    customer: 'Dana Wu',
    name: 'Reorder stickers',
    daysAgo: 1,
    by: 'ana',
    lines: [['STK-RND-75-MAT', 5000]],
    checkout: 'all',
    stage: 'draft',
    poNumber: 'HC-7802',
  },
];
