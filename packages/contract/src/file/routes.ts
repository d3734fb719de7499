import { z } from 'zod';
import { id, idParams, tokenParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { file, pictureSize, uploadQuery } from './schema.ts';

const bytes = z.instanceof(Blob);
const thumbnailQuery = z.strictObject({ size: pictureSize.default('small') });

export const fileRoutes = {
  uploadFile: {
    method: 'POST',
    path: '/api/v1/files',
    summary: 'Send a file of at most 25 MB, as the body or as the part `file` of a form. Name its id in a command within a day, or it is removed',
    audience: 'staff',
    // Who may write orders or the catalogue: the command asks.
    permission: null,
    query: uploadQuery,
    body: z.string(),
    bodyType: 'application/octet-stream',
    status: 201,
    answer: file,
    problems: ['file.empty', 'file.not_taken', 'file.lies', 'file.broken', 'file.locked', 'file.too_many_pixels', 'file.has_script'],
  },
  readFile: {
    method: 'GET',
    path: '/api/v1/files/{id}',
    summary: 'A file as it came, for who sent it and who may read what uses it',
    audience: 'staff',
    permission: null,
    params: idParams,
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: [],
  },
  readThumbnail: {
    method: 'GET',
    path: '/api/v1/files/{id}/thumbnail',
    summary: 'A small picture (WebP) of a file that is a picture, or of the first page of a PDF',
    audience: 'staff',
    permission: null,
    params: idParams,
    query: thumbnailQuery,
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: [],
  },
  readEstimateFile: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/files/{id}',
    summary: 'A file that the estimate uses, as it came',
    audience: 'link',
    permission: null,
    params: tokenParams.extend({ id }),
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: ['estimate.gone'],
  },
  readEstimateThumbnail: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/files/{id}/thumbnail',
    summary: 'A small picture (WebP) of a picture that the estimate uses, or of the first page of a PDF',
    audience: 'link',
    permission: null,
    params: tokenParams.extend({ id }),
    query: thumbnailQuery,
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: ['estimate.gone'],
  },
  readProductPicture: {
    method: 'GET',
    path: '/api/pictures/v1/{accountId}/{id}/{size}',
    summary: 'A picture of a product, or the logo of the account (WebP), for anybody: also where it was removed since, because lines and estimates keep it',
    audience: 'open',
    permission: null,
    params: z.strictObject({ accountId: id, id, size: pictureSize }),
    status: 200,
    answerType: '*/*',
    answer: bytes,
    problems: [],
  },
} as const satisfies RouteTable;
