import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { logError } from '../log.ts';
import { type Ask, type DrawFirstPage, firstPicture, putInto } from './draw-first-page.ts';

/** A built face: where it lies, below which address it is, and which page answers addresses that are no file. */
export type Face = {
  readonly folder: string;
  readonly base: string;
  readonly page: string;
  /** Below this address all is pages, whatever it ends in: the code of a product may hold a dot. */
  readonly pagesBelow?: string;
  /** Draws some of its pages ahead, as whoever asks may see them. */
  readonly draw?: DrawFirstPage | undefined;
};

/** Answers what is no API address; `ask` sends a request to our API as the same visitor. */
export type ServeFace = (request: Request, ask: Ask) => Response | undefined | Promise<Response | undefined>;

type Asset = {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly isImmutable: boolean;
  readonly encoded: Map<'br' | 'gzip', Buffer>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the built faces from memory: each file is read once, and once packed for those who take it packed. Files with
 * a hash in their name never change and are kept for a year; pages are asked for again each time.
 */
export function createFaceServer(faces: readonly Face[]): ServeFace {
  const loaded = faces.map((face) => ({ ...face, assets: load(face.folder) }));
  return (request, ask) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const path = decode(new URL(request.url).pathname);
    if (path === undefined) return undefined;
    const face = loaded.find(({ base, assets }) => assets.size > 0 && (path === base.replace(/\/$/, '') || path.startsWith(base)));
    if (face === undefined) return undefined;
    const asset = face.assets.get(path.slice(face.base.length));
    if (asset !== undefined && asset.type !== types['.html']) return send(asset, request);
    // An address with an ending was meant for a file: a page in its place would be run as a script or shown as a picture.
    const isPage = face.pagesBelow !== undefined && path.startsWith(face.pagesBelow);
    if (extname(path) !== '' && !path.endsWith('.html') && !isPage) return undefined;
    const page = face.assets.get(face.page);
    if (page === undefined) return undefined;
    const read = (address: string) => face.assets.get(address.slice(face.base.length))?.body.toString() ?? '';
    return face.draw === undefined || request.method === 'HEAD' ? send(page, request) : sendDrawn({ page, read }, request, (at) => face.draw?.(at, ask));
  };
}

/** A page as it was built; `read`: the text of another file of its face. */
type Plain = { readonly page: Asset; readonly read: (address: string) => string };

/** The page with what it shows already in it, or the plain page, which the browser fills: where nothing is drawn, or that failed. */
async function sendDrawn({ page, read }: Plain, request: Request, draw: (path: string) => ReturnType<DrawFirstPage> | undefined): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  try {
    const drawn = await draw(pathname + search);
    if (drawn === undefined) return send(page, request);
    const body = Buffer.from(putInto(page.body.toString(), drawn, read));
    // Packed anew each time: the quick way, since it is as small as makes no difference.
    const isPacked = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
    const sent = isPacked ? gzipSync(body, { level: 5 }) : body;
    // What stands in it is the visitor's own: it is kept nowhere.
    const headers = new Headers({ 'content-type': page.type, vary: 'Accept-Encoding, Cookie', 'cache-control': 'no-store' });
    if (isPacked) headers.set('content-encoding', 'gzip');
    const picture = firstPicture(drawn);
    if (picture !== '') headers.set('link', picture);
    headers.set('content-length', String(sent.byteLength));
    return new Response(new Uint8Array(sent), { headers });
  } catch (error) {
    logError('A page could not be drawn ahead', error);
    return send(page, request);
  }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function load(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map();
  // A folder with a dot is the build's own.
  const isOwn = (path: string) => relative(folder, path).startsWith('.');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !isOwn(entry.parentPath));
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      const body = readFileSync(path);
      return [
        name,
        {
          body,
          type: types[extname(name)] ?? 'application/octet-stream',
          etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
          isImmutable: /-[A-Za-z0-9_-]{8,}\.\w+$/.test(name) && name.startsWith('assets/'),
          encoded: new Map(),
        },
      ];
    }),
  );
}

function send(asset: Asset, request: Request): Response {
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'Accept-Encoding',
    'cache-control': asset.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers });
  const packed = pack(asset, request.headers.get('accept-encoding') ?? '');
  if (packed !== undefined) headers.set('content-encoding', packed.encoding);
  const body = packed?.body ?? asset.body;
  headers.set('content-length', String(body.byteLength));
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers });
}

function pack(asset: Asset, accepted: string): { readonly encoding: string; readonly body: Buffer } | undefined {
  if (asset.body.byteLength < 1_000 || /^(image\/(png|jpeg|webp)|font)/.test(asset.type)) return undefined;
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (encoding === undefined) return undefined;
  const body = asset.encoded.get(encoding) ?? compress(asset.body, encoding);
  asset.encoded.set(encoding, body);
  return { encoding, body };
}

const compress = (body: Buffer, encoding: 'br' | 'gzip') =>
  encoding === 'gzip' ? gzipSync(body) : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
