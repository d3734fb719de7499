import { fileKindNames } from '@backdesk/domain/file/kinds.ts';
import { z } from 'zod';
import { id, line, time } from '../core/primitives.ts';

/** A file that was sent, to be named in a command by its id. */
export const file = z
  .strictObject({
    id,
    name: z.string(),
    kind: z.enum(fileKindNames).describe('as its own bytes say'),
    mediaType: z.string(),
    bytes: z.int(),
    width: z.int().nullable().describe('of a picture, in pixels as it is shown; of the first page of a PDF, in points'),
    height: z.int().nullable(),
    url: z.string().describe('where it is read, by who may see what uses it'),
    thumbnailUrl: z.string().nullable().describe('a small picture of it, or of its first page; null: there is none'),
    createdAt: time,
  })
  .meta({ id: 'File' });

/** A file as a line remembers it. */
export const fileFacts = z.strictObject({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() });

export const uploadQuery = z.strictObject({
  fileName: line(255).default('').describe('what it is called; a form brings its own name. Its ending must tell the truth'),
});

export const pictureSize = z.enum(['small', 'large']);

export type FileJson = z.infer<typeof file>;
