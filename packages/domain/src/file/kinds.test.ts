import { expect, test } from 'vitest';
import { fileFault, fileKindNames, kindNameOf, pictureKinds, promisedKind } from './kinds.ts';

test.each([
  ['logo.PNG', 'png'],
  ['photo.jpeg', 'jpeg'],
  ['art.ai', 'pdf'],
  ['run.exe', 'other'],
  ['logo.png.exe', 'other'],
  ['no ending', null],
  ['.', null],
] as const)('%s promises %s', (name, promised) => expect(promisedKind(name)).toBe(promised));

test('what can be shown is no document and no drawing that could hold a script', () => {
  expect(pictureKinds).toEqual(['png', 'jpeg', 'webp', 'gif']);
  expect(fileKindNames.map((name) => kindNameOf(name))).toEqual(fileKindNames.map(() => undefined));
  expect(kindNameOf('application/pdf')).toBe('pdf');
});

test.each([
  ['what is asked for', 'application/pdf', 1000, null],
  ['another kind', 'image/png', 1000, 'kind'],
  ['a kind that we do not know', 'text/html', 1, 'kind'],
  ['one byte too many', 'application/pdf', 1001, 'size'],
] as const)('%s', (_, mediaType, bytes, fault) => {
  expect(fileFault({ id: 'f', name: 'a', mediaType, bytes }, { kinds: ['pdf'], largestBytes: 1000 })).toBe(fault);
});
