// Files that customers send with an answer (artwork), and read again: their own, and those of their own orders.
import { z } from 'zod';
import { id, idParams } from '../core/primitives.ts';
import { file, pictureSize, uploadQuery } from '../file/schema.ts';
import type { RouteTable } from '../route.ts';

const withCart = { audience: 'site', part: 'cart', permission: null } as const;
const bytes = z.instanceof(Blob);

export const siteFile = file.pick({ id: true, name: true, kind: true, mediaType: true, bytes: true }).meta({ id: 'SiteFile' });

export const siteFileRoutes = {
  uploadSiteFile: {
    ...withCart,
    method: 'POST',
    path: '/api/site/v1/files',
    summary: 'Send a file of at most 10 MB; name its id in an answer of a line within a day, or it is removed',
    query: uploadQuery,
    body: z.string(),
    bodyType: 'application/octet-stream',
    status: 201,
    answer: siteFile,
    problems: ['file.empty', 'file.not_taken', 'file.lies', 'file.broken', 'file.locked', 'file.too_many_pixels', 'file.has_script', 'request.rate_limited'],
  },
  readSiteFile: {
    ...withCart,
    method: 'GET',
    path: '/api/site/v1/files/{id}',
    summary: 'A file as it came, for who sent it and for the customer whose order uses it',
    params: idParams,
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: [],
  },
  readSiteThumbnail: {
    ...withCart,
    method: 'GET',
    path: '/api/site/v1/files/{id}/thumbnail',
    summary: 'A small picture (WebP) of such a file that is a picture, or of the first page of a PDF',
    params: z.strictObject({ id }),
    query: z.strictObject({ size: pictureSize.default('small') }),
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: [],
  },
} as const satisfies RouteTable;
