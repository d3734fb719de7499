import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { ImagesList } from './images-list.tsx';

afterEach(cleanup);

const url = 'https://pictures.example/front.png';
const show = (fetching?: Omit<(typeof aProduct)['pictureFetches'][number], 'url'>) =>
  render(<ImagesList product={{ ...aProduct, images: [{ url, alt: 'Front' }], pictureFetches: fetching === undefined ? [] : [{ url, ...fetching }] }} />);

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

test('one that is here says nothing', () => {
  show();
  expect(screen.getByRole('listitem').textContent).toBe('');
});
