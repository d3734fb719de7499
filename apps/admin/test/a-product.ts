import type { Product } from '@backdesk/contract/catalog/schema.ts';

/** A mug without variants to speak of. */
export const aProduct: Product = {
  id: '01900000-0000-7000-8000-0000000000a1',
  version: 3,
  code: 'MUG',
  name: 'Mug 11 oz',
  descriptionHtml: '',
  vendor: '',
  productType: '',
  tags: [],
  categoryIds: [],
  published: true,
  taxCategory: 'standard',
  options: [],
  configurationOptions: [],
  charges: [],
  bundle: null,
  images: [],
  pictureFetches: [],
  currency: 'USD',
  variants: [],
  updatedAt: '2026-11-23T10:00:00Z',
};
