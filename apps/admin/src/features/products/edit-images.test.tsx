import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { FileUploadsProvider } from '@backdesk/ordering/files/file-uploads.tsx';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { deskFiles } from '../../lib/file-uploads.ts';
import { EditImages } from './edit-images.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [front, back] = ['https://pictures.example/front.png', 'https://pictures.example/back.png'];
const mug: Product = {
  ...aProduct,
  images: [
    { url: front, alt: 'Front' },
    { url: back, alt: '' },
  ],
};
const fileId = '01900000-0000-7000-8000-0000000000aa';
const sent = { id: fileId, name: 'side.png', mediaType: 'image/png', bytes: 1234, width: 10, height: 10, createdAt: '2026-11-23T10:00:00Z' };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const screenOf = () =>
  renderScreen(
    <FileUploadsProvider uploads={deskFiles}>
      <EditImages product={mug} onClose={() => undefined} />
    </FileUploadsProvider>,
  );

test('pictures are put in order, named, removed, and added by file and by address: all is sent at once', async () => {
  const asked = answering(({ path }) => ({ body: path.startsWith('/api/v1/files') ? sent : { ...mug, version: 4 } }));
  screenOf();
  press('Move picture 2 up');
  fireEvent.change(screen.getByLabelText('What the first picture shows; lists and lines have it'), { target: { value: 'From behind' } });
  press('Remove picture 2');
  fireEvent.change(screen.getByLabelText(/^Add a picture/), { target: { files: [new File(['bytes'], 'side.png', { type: 'image/png' })] } });
  expect((await screen.findByAltText<HTMLImageElement>('Picture 2')).src).toContain(`/api/v1/files/${fileId}/thumbnail`);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Or by its address'), { target: { value: 'https://pictures.example/top.png' } });
  press('Add');
  press('Save');
  await vi.waitFor(() => expect(asked.find(({ method }) => method === 'PUT')).toBeDefined());
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: `/api/v1/products/${mug.id}/images`,
    body: {
      basedOn: mug.version,
      images: [
        { url: back, alt: 'From behind' },
        { fileId, alt: '' },
        { url: 'https://pictures.example/top.png', alt: '' },
      ],
    },
  });
});

test('a picture that is none is refused in words, and is not in the list', async () => {
  const problem = { type: 'x', title: 'The picture cannot be opened.', status: 422, code: 'file.broken', requestId: 'r' };
  const asked = answering(({ path }) => (path.startsWith('/api/v1/files') ? { status: 422, body: problem } : { body: mug }));
  screenOf();
  fireEvent.change(screen.getByLabelText(/^Add a picture/), { target: { files: [new File(['no'], 'side.png', { type: 'image/png' })] } });
  await screen.findByText('The file cannot be opened: it is damaged or cut short.');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
});
