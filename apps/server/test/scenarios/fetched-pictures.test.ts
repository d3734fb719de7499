// Pictures by their address: brought once by a job, with small ones as of a file that is sent; what cannot be brought says why, and is shown
// from its address as before.
import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PictureFault } from '@backdesk/domain/file/picture-fault.ts';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestApp } from '../support/create-test-app.ts';

const answers = new Map<string, Buffer | PictureFault>();
const asked: string[] = [];
const app = await createTestApp({
  fetchPicture: async (url) => {
    asked.push(url);
    const found = answers.get(url) ?? 'unreachable';
    if (typeof found === 'string') return found;
    const path = join(tmpdir(), `test-picture-${randomUUID()}`);
    await writeFile(path, found);
    return { path, bytes: found.length, hash: createHash('sha256').update(found).digest('hex'), discard: async () => undefined };
  },
});
afterAll(() => app.close());
const { client } = app.owner;
beforeEach(() => {
  asked.length = 0;
});

const aPicture = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
const aVase = async (code: string) => (await client.createProduct({ body: { code, name: code, variants: [{ sku: code }] } })).id;
const at = (name: string) => `https://pictures.example/${name}`;
const product = (id: string) => client.getProduct({ params: { id } });
const setImages = (id: string, urls: readonly string[]) => client.setImages({ params: { id }, body: { images: urls.map((url) => ({ url })) } });
const sizeOf = async (url: string) => {
  const { width, height } = await sharp(Buffer.from(await (await app.anonymous.request('GET', url)).arrayBuffer())).metadata();
  return [width, height];
};

test('a picture waits, is brought once for all that have it, and is seen small in lists and large on its page', async () => {
  answers.set(at('red.jpg'), await aPicture('red'));
  const [id, other] = [await aVase('RED-1'), await aVase('RED-2')];
  const set = await setImages(id, [at('red.jpg')]);
  await setImages(other, [at('red.jpg')]);
  expect(set.images).toEqual([{ url: at('red.jpg'), alt: '' }]);
  expect(set.pictureFetches).toEqual([{ url: at('red.jpg'), state: 'waiting', reason: null }]);
  await app.runJobs();
  expect(asked).toEqual([at('red.jpg')]);
  for (const each of [await product(id), await product(other)]) {
    expect(each.pictureFetches).toEqual([]);
    expect(await sizeOf(each.images[0]?.url ?? '')).toEqual([900, 600]);
  }
  const [hit] = (await client.searchVariants({ query: { q: 'RED-1' } })).items;
  expect(await sizeOf(hit?.imageUrl ?? '')).toEqual([320, 213]);
  // Entered once more, it is there at once.
  const third = await setImages(await aVase('RED-3'), [at('red.jpg')]);
  expect(third.images[0]?.url).toMatch(/^\/api\/pictures\/v1\/.*\/large$/);
  await app.runJobs();
  expect(asked).toHaveLength(1);
});

test.each([
  ['not_public', 'not_public'],
  ['redirected', 'redirected'],
  ['no_picture', 'a page'],
  ['no_picture', 'half a picture'],
] as const)('what cannot be taken says %s (%s), is shown from its address, and is tried again when it is entered again', async (reason, what) => {
  const url = at(`${what.replaceAll(' ', '-')}.png`);
  const contents = { 'a page': Buffer.from('<!doctype html><p>Not found'), 'half a picture': (await aPicture('green')).subarray(0, 90) };
  answers.set(url, what === 'a page' || what === 'half a picture' ? contents[what] : what);
  const id = await aVase(`BAD-${what}`);
  await setImages(id, [url]);
  await app.runJobs();
  expect(await product(id)).toMatchObject({ images: [{ url }], pictureFetches: [{ url, state: 'failed', reason }] });
  expect((await client.searchVariants({ query: { q: `BAD-${what}` } })).items[0]?.imageUrl).toBe(url);
  answers.set(url, await aPicture('green'));
  await app.runJobs();
  expect(asked).toEqual([url]);
  await setImages(id, [url]);
  await app.runJobs();
  expect((await product(id)).pictureFetches).toEqual([]);
});

test('one that brought nothing is tried once more when somebody asks: at once, given up or not, of a variant too', async () => {
  const [refused, silent, own] = [at('refused.png'), at('silent.png'), at('variant.png')];
  answers.set(refused, 'not_there');
  answers.set(own, 'no_picture');
  const { id, variants } = await client.createProduct({ body: { code: 'AGAIN', name: 'Again', variants: [{ sku: 'AGAIN' }] } });
  await setImages(id, [refused, silent]);
  await client.changeVariant({ params: { id: variants[0]?.id ?? '' }, body: { image: { url: own } } });
  await app.runJobs();
  const again = (url: string) => client.fetchPictureAgain({ params: { id }, body: { url } });
  expect((await product(id)).pictureFetches.map(({ url, state, reason }) => [url, state, reason]).toSorted()).toEqual(
    [
      [refused, 'failed', 'not_there'],
      [silent, 'waiting', 'unreachable'],
      [own, 'failed', 'no_picture'],
    ].toSorted(),
  );
  asked.length = 0;
  for (const url of [refused, silent, own]) answers.set(url, await aPicture('olive'));
  expect((await again(refused)).pictureFetches).toContainEqual({ url: refused, state: 'waiting', reason: null });
  // While it waits a second press changes nothing.
  await again(refused);
  await app.runJobs();
  expect(asked).toEqual([refused]);
  await again(silent);
  await again(own);
  await app.runJobs();
  expect(asked.toSorted()).toEqual([refused, silent, own].toSorted());
  expect((await product(id)).pictureFetches).toEqual([]);
  expect(await sizeOf((await product(id)).variants[0]?.imageUrl ?? '')).toEqual([320, 213]);
  // What is here is not fetched again, and what no picture of it has is refused.
  await expect(again('https://pictures.example/another.png')).rejects.toMatchObject({ problem: { code: 'request.invalid', errors: [{ pointer: '/url' }] } });
});

test('without a network the address itself is shown; it is tried four times, ever later, and brought once it answers', async () => {
  const [offline, later] = [at('offline.png'), at('later.png')];
  const id = await aVase('OFFLINE');
  await setImages(id, [offline, later]);
  const states: (string | undefined)[] = [];
  for (const hours of [0, 1, 2, 13]) {
    app.clock.advance({ minutes: hours * 60 });
    if (hours === 2) answers.set(later, await aPicture('blue'));
    await app.services.enqueue(app.db, 'picture.fetch', {});
    await app.runJobs();
    states.push((await product(id)).pictureFetches.find(({ url }) => url === offline)?.state);
  }
  expect(states).toEqual(['waiting', 'waiting', 'waiting', 'failed']);
  const now = await product(id);
  expect(now.images[0]?.url).toBe(offline);
  expect(now.images[1]?.url).toMatch(/^\/api\/pictures/);
  expect(asked.filter((url) => url === offline)).toHaveLength(4);
  expect(asked.filter((url) => url === later)).toHaveLength(3);
});

test('a variant has its own; a picture that nobody has any more is not kept', async () => {
  answers.set(at('own.png'), await aPicture('navy'));
  answers.set(at('gone.png'), await aPicture('pink'));
  const { id, variants } = await client.createProduct({ body: { code: 'JAR', name: 'Jar', variants: [{ sku: 'JAR' }], imageUrl: at('gone.png') } });
  await client.changeVariant({ params: { id: variants[0]?.id ?? '' }, body: { image: { url: at('own.png') } } });
  await client.setImages({ params: { id }, body: { images: [] } });
  await app.runJobs();
  expect(await sizeOf((await product(id)).variants[0]?.imageUrl ?? '')).toEqual([320, 213]);
  expect(await app.db.selectFrom('picture_fetches').select('url').where('url', '=', at('gone.png')).execute()).toEqual([]);
  expect(await app.db.selectFrom('files').select('id').where('name', '=', 'gone').execute()).toEqual([]);
});

test('an import has its pictures brought; the same file once more changes nothing, and a new address does', async () => {
  answers.set(at('cup.png'), await aPicture('teal'));
  const run = async (url: string) => {
    const csv = `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src\ncup,Cup,Title,Default Title,CUP-1,4.00,${url}\n`;
    const sent = await app.owner.request('POST', '/api/v1/imports?kind=products', csv, { 'content-type': 'text/csv' });
    const { id } = (await sent.json()) as { readonly id: string };
    await app.runJobs();
    await app.runJobs();
    return client.getImport({ params: { id } });
  };
  await run(at('cup.png'));
  const [{ id } = { id: '' }] = (await client.listProducts({ query: { q: 'CUP-1' } })).items;
  expect((await product(id)).images[0]?.url).toMatch(/^\/api\/pictures/);
  expect((await run(at('cup.png'))).products).toMatchObject({ unchanged: 1, updated: 0 });
  answers.set(at('new.png'), await aPicture('olive'));
  const before = (await product(id)).images[0]?.url;
  expect((await run(at('new.png'))).products).toMatchObject({ updated: 1 });
  expect((await product(id)).images[0]?.url).not.toBe(before);
  expect((await product(id)).images).toHaveLength(1);
});
