import { largestImportFile } from '@backdesk/contract/import/schema.ts';
import type { Route } from '@backdesk/contract/route.ts';
import { largestFile } from '@backdesk/domain/file/kinds.ts';
import { z } from 'zod';
import { Problem } from '../modules/problem.ts';
import { receiveFile } from './receive-file.ts';
import { findUnstorableText } from './unstorable-text.ts';

export const jsonLimit = 1_000_000;
export type RawRequest = {
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
};

export type ReadInput = {
  readonly input: { readonly params: unknown; readonly query: unknown; readonly body: unknown };
  /** As it came (of a file its hash), for the hash that tells a repeated request from another one. */
  readonly text: string;
  /** Lets go of a file, when the request is answered. */
  readonly dispose?: () => Promise<void>;
};

/** Reads and checks all of a request by the route's schemas. An address with an impossible id answers 404: nothing can be there. */
export async function readInput(route: Route, request: RawRequest): Promise<ReadInput> {
  const params = route.params?.safeParse(request.params);
  if (params?.success === false) throw new Problem('not_found');
  const query = parse(route.query ?? nothing, queryOf(request.url));
  if (route.body === undefined) {
    if (route.method !== 'GET') await refuseBody(request);
    return { input: { params: params?.data, query, body: undefined }, text: '' };
  }
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const expected = route.bodyType ?? 'application/json';
  if (route.bodyType !== undefined) {
    if (mediaType !== expected && mediaType !== 'multipart/form-data') throw new Problem('request.unsupported_media_type', { detail: { expected } });
    const isText = route.bodyType === 'text/csv';
    const { file, name, hash, dispose } = await receiveFile(request, {
      isForm: mediaType === 'multipart/form-data',
      isText,
      largest: isText ? largestImportFile : largestFile,
    });
    const named = route.query?.safeParse({ fileName: name, ...queryOf(request.url) });
    return { input: { params: params?.data, query: named?.success === true ? named.data : query, body: file }, text: hash, dispose };
  }
  if (mediaType !== expected) throw new Problem('request.unsupported_media_type', { detail: { expected } });
  const text = await readText(request, jsonLimit);
  return { input: { params: params?.data, query, body: parse(route.body, readJson(text)) }, text };
}

const nothing = z.strictObject({});

/** Many clients send `{}` where there is nothing to say; whoever says more means something that would not be done. */
async function refuseBody(request: RawRequest): Promise<void> {
  const text = await readText(request, jsonLimit);
  if (text.trim() !== '') parse(nothing, readJson(text));
}

/** Query words by name. One given twice is refused as an array where one is expected, never silently dropped. */
function queryOf(url: URL): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? values[0] : values;
  }
  return { ...query };
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const unstorable = findUnstorableText(value);
  if (unstorable !== undefined) {
    throw new Problem('request.invalid', { errors: [{ pointer: unstorable, message: 'must not hold NUL or half characters' }] });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem('request.invalid', { errors: parsed.error.issues.flatMap(fieldErrors).slice(0, 100) });
  return parsed.data;
}

type FieldError = { readonly pointer: string; readonly message: string };

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = pointerTo(issue.path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ pointer: at + pointerTo([key]), message: 'is not a field here' }));
  // Of a choice, the option that fits best says what is wrong; without one, the choice itself does.
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const deeper = inner.flatMap(fieldErrors).map((error) => ({ ...error, pointer: at + error.pointer }));
    return deeper.length > 0 ? deeper : [{ pointer: at, message: issue.message }];
  }
  return [{ pointer: at, message: issue.message }];
}

const pointerTo = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const readText = async (request: RawRequest, limit: number) => decodeText(await readBytes(request, limit));

async function readBytes(request: RawRequest, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body) {
    bytes += part.byteLength;
    if (bytes > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('request.malformed_json', { detail: { reason: 'The body is not UTF-8.' } });
  }
}

const tooLarge = (limit: number) => new Problem('request.too_large', { detail: { limitBytes: limit }, headers: { connection: 'close' } });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('request.malformed_json');
  }
}
