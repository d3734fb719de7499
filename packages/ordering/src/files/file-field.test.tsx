import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Sent } from '@backdesk/contract/fetch-telling.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { FileField } from './file-field.tsx';
import { type FileUploads, FileUploadsProvider } from './file-uploads.tsx';

afterEach(cleanup);

const logo: FileFacts = { id: 'logo', name: 'logo.png', mediaType: 'image/png', bytes: 20_480 };
const demand = { kinds: ['png', 'pdf'] as const, largestBytes: 1_000_000 };
const aFile = (name: string, bytes = 10) => new File(['x'.repeat(bytes)], name);

function show(upload: FileUploads['upload'], there?: FileFacts) {
  const onFile = vi.fn();
  function Held() {
    const [file, setFile] = useState(there);
    return (
      <FileField
        label="Artwork"
        demand={demand}
        file={file}
        onFile={(next) => {
          onFile(next);
          setFile(next ?? undefined);
        }}
      />
    );
  }
  const uploads: FileUploads = { upload, urlOf: (id) => `/files/${id}`, thumbnailOf: (id) => `/files/${id}/thumbnail`, previewOf: (id) => `/files/${id}/page` };
  const { container } = render(
    <FileUploadsProvider uploads={uploads}>
      <Held />
    </FileUploadsProvider>,
  );
  return { onFile, container };
}
const choose = (file: File) => fireEvent.change(screen.getByLabelText(/^Artwork/), { target: { files: [file] } });

test('a file that is chosen is sent, shown with its size, and can be removed', async () => {
  const upload = vi.fn(async () => logo);
  const { onFile } = show(upload);
  choose(aFile('logo.png'));
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'logo.png' });
  expect(link.getAttribute('href')).toBe('/files/logo');
  expect(screen.getByText(/20 kB|20\.48 kB|20\.5 kB|20 KB/)).not.toBeNull();
  expect(onFile).toHaveBeenLastCalledWith(logo);
  fireEvent.click(screen.getByRole('button', { name: /^Remove/ }));
  expect(onFile).toHaveBeenLastCalledWith(null);
  expect(screen.queryByRole('link')).toBeNull();
});

test('a file that is dropped is sent too; while it is on its way it can be stopped, and what comes after is not taken', async () => {
  let arrive: (facts: FileFacts) => void = () => undefined;
  let tell: (sent: Sent) => void = () => undefined;
  const { onFile, container } = show((_, { signal, onSent }) => {
    expect(signal.aborted).toBe(false);
    tell = onSent;
    return new Promise((resolve) => {
      arrive = resolve;
    });
  });
  const zone = container.querySelector('[class*="drop"]');
  if (zone === null) throw new Error('There is nowhere to drop.');
  fireEvent.drop(zone, { dataTransfer: { files: [aFile('logo.png')] } });
  await screen.findByText('Sending logo.png…');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'How much of the file is sent' });
  act(() => tell({ bytes: 5_000_000, of: 20_000_000 }));
  expect([bar.value, bar.max]).toEqual([5_000_000, 20_000_000]);
  screen.getByText('5 MB of 20 MB');
  act(() => tell({ bytes: 20_000_000, of: 20_000_000 }));
  screen.getByText('logo.png is there. Looking at it…');
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  arrive(logo);
  await Promise.resolve();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(onFile).not.toHaveBeenCalled();
});

test.each([
  ['an empty file', aFile('empty.png', 0), 'The file is empty.'],
  ['one that is too large', aFile('large.png', 1_000_001), /too large: at most/],
])('%s is not sent at all', async (_, file, says) => {
  const upload = vi.fn(async () => logo);
  show(upload);
  choose(file);
  await screen.findByText(says);
  expect(upload).not.toHaveBeenCalled();
});

test('one that is of another kind than its name said is told in words, and what was there stays', async () => {
  const lies = { type: 'x', title: 'Lies', status: 422, code: 'file.lies', requestId: 'r', detail: { name: 'logo.png', holds: 'ZIP' } };
  const { onFile } = show(() => Promise.reject(new ApiProblem(lies)), logo);
  choose(aFile('logo.png'));
  await screen.findByText(/“logo.png” is not what its name says: it holds a ZIP file/);
  expect(screen.getByRole('link', { name: 'logo.png' })).not.toBeNull();
  expect(onFile).not.toHaveBeenCalled();
});

test('of a PDF the first page is shown, and opens large; where there is none, it is told by its kind', async () => {
  show(async () => ({ ...logo, id: 'proof', name: 'proof.pdf', mediaType: 'application/pdf' }));
  choose(aFile('proof.pdf'));
  const page = await screen.findByRole<HTMLImageElement>('img', { name: 'Preview of proof.pdf' });
  expect(page.getAttribute('src')).toBe('/files/proof/thumbnail');
  expect(page.closest('a')?.getAttribute('href')).toBe('/files/proof/page');
  fireEvent.error(page);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('PDF')).not.toBeNull();
});

test('a PDF that asks for a password is told in words', async () => {
  const locked = { type: 'x', title: 'Locked', status: 422, code: 'file.locked', requestId: 'r', detail: { name: 'proof.pdf' } };
  show(() => Promise.reject(new ApiProblem(locked)));
  choose(aFile('proof.pdf'));
  await screen.findByText(/The PDF asks for a password/);
});

test('one of a kind that is not taken here, and one that did not arrive, say so', async () => {
  const { onFile } = show(async () => ({ ...logo, name: 'logo.svg', mediaType: 'image/svg+xml' }));
  choose(aFile('logo.svg'));
  await screen.findByText(/This kind of file is not taken here, only PNG, PDF/);
  cleanup();
  show(() => Promise.reject(new TypeError('network')));
  choose(aFile('logo.png'));
  await screen.findByText('The file did not arrive. Check the connection and try again.');
  expect(onFile).not.toHaveBeenCalled();
});

test('one that did not arrive is sent again by a press; one that was refused is not offered again', async () => {
  const upload = vi
    .fn<FileUploads['upload']>()
    .mockRejectedValueOnce(new TypeError('network'))
    .mockRejectedValueOnce(new ApiProblem({ type: 'x', title: 'Not now.', status: 503, code: 'internal_error', requestId: 'r' }))
    .mockResolvedValueOnce(logo)
    .mockRejectedValueOnce(new ApiProblem({ type: 'x', title: 'Broken', status: 422, code: 'file.broken', requestId: 'r' }));
  const { onFile } = show(upload);
  const mine = aFile('logo.png');
  choose(mine);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again: logo.png' }));
  await screen.findByText('Not now.');
  fireEvent.click(screen.getByRole('button', { name: /^Try again/ }));
  await screen.findByRole('link', { name: 'logo.png' });
  expect(upload.mock.calls.map(([file]) => file)).toEqual([mine, mine, mine]);
  expect(onFile).toHaveBeenLastCalledWith(logo);
  choose(aFile('other.png'));
  await screen.findByText(/damaged or cut short/);
  expect(screen.queryByRole('button', { name: /^Try again/ })).toBeNull();
});
