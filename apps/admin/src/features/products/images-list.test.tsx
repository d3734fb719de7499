import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { ImagesList } from './images-list.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const url = 'https://pictures.example/front.png';
type Fetching = Omit<(typeof aProduct)['pictureFetches'][number], 'url'>;
const show = (fetching?: Fetching, mayWrite = true) =>
  renderScreen(
    <ImagesList
      product={{ ...aProduct, images: [{ url, alt: 'Front' }], pictureFetches: fetching === undefined ? [] : [{ url, ...fetching }] }}
      mayWrite={mayWrite}
    />,
  );

test.each([
  ['is on its way', { state: 'waiting', reason: null }, /being fetched/],
  ['did not answer yet', { state: 'waiting', reason: 'unreachable' }, /tried again by itself/],
  ['does not answer', { state: 'failed', reason: 'unreachable' }, /does not answer. Enter another one/],
  ['is inside a network', { state: 'failed', reason: 'not_public' }, /private network. Send the file/],
  ['leads on', { state: 'failed', reason: 'redirected' }, /leads on to another one/],
  ['is no picture', { state: 'failed', reason: 'no_picture' }, /no PNG, JPEG, WebP or GIF/],
] as const)('a picture by address that %s is shown from there and says so', (_, fetching, says) => {
  show(fetching);
  expect(screen.getByRole<HTMLImageElement>('img', { name: 'Front' }).src).toBe(url);
  expect(screen.getByText(says)).not.toBeNull();
});

test('one that brought nothing is tried again at a press; who may not change products, and one on its way, have nothing to press', async () => {
  const failed = { state: 'failed', reason: 'not_there' } as const;
  const asked = answering(() => ({ body: { ...aProduct, images: [{ url, alt: 'Front' }], pictureFetches: [{ url, state: 'waiting', reason: null }] } }));
  show(failed);
  fireEvent.click(screen.getByRole('button', { name: 'Try again: Picture 1' }));
  await vi.waitFor(() => expect(asked[0]).toMatchObject({ method: 'POST', path: `/api/v1/products/${aProduct.id}/picture-fetches`, body: { url } }));
  cleanup();
  show(failed, false);
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  show({ state: 'waiting', reason: null });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a refused try says why', async () => {
  answering(() => ({ status: 503, body: { type: 'x', title: 'Backdesk is not to be reached.', status: 503, code: 'internal_error', requestId: 'r' } }));
  show({ state: 'failed', reason: 'unreachable' });
  fireEvent.click(screen.getByRole('button', { name: /^Try again/ }));
  await screen.findByText(/not to be reached/);
});

test('of a variant with a picture of its own that has no copy it is said which', () => {
  const own = 'https://pictures.example/red.png';
  const red = { id: 'red', version: 1, sku: 'TEE-RED', options: [], title: 'Red', published: true, imageUrl: own, weightGrams: null, ships: true };
  const more = { taxCategory: 'standard', priceTable: null, stock: { tracked: false, onHand: 0, reserved: 0, available: 0, backorder: false, incoming: null } };
  const last = { quantityRule: { increment: null, maximum: null }, unit: null, breakGroup: null, charges: [], parts: [] };
  const product = {
    ...aProduct,
    images: [],
    variants: [{ ...red, ...more, ...last }],
    pictureFetches: [{ url: own, state: 'failed', reason: 'too_large' } as const],
  };
  renderScreen(<ImagesList product={product} mayWrite />);
  expect(screen.getByText('Picture of Red')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Try again: Picture of Red' })).not.toBeNull();
});

test('one that is here says nothing', () => {
  show();
  expect(screen.getByRole('listitem').textContent).toBe('');
});
