// What the documents name is there: links, files, commands, settings, decision records, and the words of the glossary in the code.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '..');
const exclude = (name: string) => ['node_modules', 'dist', 'test-results'].includes(basename(name));
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTEXT.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: root })];
const files = globSync('{packages,apps,scripts,docs}/**/*.*', { cwd: root, exclude }).concat(globSync('*.*', { cwd: root }), '.dependency-cruiser.cjs');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

/** What stands in a document as code, in a line or a block. */
const codeOf = (text: string): readonly string[] => [
  ...[...text.matchAll(/^```\w*\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n')),
  ...[...text.replaceAll(/^```\w*\n.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
];
const named = (documentsFound: (text: string) => readonly string[]) => documents.flatMap((file) => documentsFound(read(file)).map((name) => ({ file, name })));

/** Names of files that are none of the repository: what they are instead. */
const elsewhere: Readonly<Record<string, string>> = {
  'manifest.json': 'the first entry of a backup',
  'index.ts': 'what there is none of',
};

/** Whether a file is named so: whole, or by its end; `src/` may be left out, and `<noun>`, `*` or NNNN stand for a part of a name. */
function isThere(name: string): boolean {
  const wanted = name.replace(/^@backdesk\//, '').replace(/^\.\//, '');
  const parts = wanted.split(/(<[^>]+>|\*+|NNNN-title)/).map((part, at) => (at % 2 === 1 ? '[^/]+' : part.replaceAll(/[.[\]{}()+?^$|]/g, '\\$&')));
  const pattern = new RegExp(`(^|/)${parts.join('')}${/\.\w+$/.test(wanted) ? '$' : '(/|$)'}`);
  return files.some((file) => pattern.test(file) || pattern.test(file.replace('/src/', '/')));
}

test('each link leads somewhere', () => {
  const links = named((text) => [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link)).filter(({ name }) => !/^\w+:/.test(name));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ file, name }) => !existsSync(resolve(root, dirname(file), name)))).toEqual([]);
});

test('each file and folder that is named is there', () => {
  const isPath = (code: string) => /^[\w@.<>*/-]+\.(ts|tsx|cjs|json|md|sql|css)$/.test(code) || /^(packages|apps|scripts|docs)\/[\w.<>*/-]+$/.test(code);
  const paths = named(codeOf).filter(({ name }) => isPath(name) && !name.startsWith('/') && elsewhere[name] === undefined);
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter(({ name }) => !isThere(name))).toEqual([]);
});

test('each command can be run', () => {
  const scripts = Object.keys(packageJson.scripts);
  const commands = named(codeOf);
  const run = commands.flatMap(({ file, name }) => [...name.matchAll(/\bnpm run (?:--silent )?([\w-]+)/g)].map(([, script = '']) => ({ file, name: script })));
  expect(run.length).toBeGreaterThan(3);
  expect(run.filter(({ name }) => !scripts.includes(name))).toEqual([]);
  const nodes = commands.flatMap(({ file, name }) => [...name.matchAll(/\bnode ([\w./-]+\.ts)/g)].map(([, script = '']) => ({ file, name: script })));
  expect(nodes.filter(({ name }) => !existsSync(resolve(root, name)))).toEqual([]);
  const verbs = globSync('*.ts', { cwd: resolve(root, 'apps/server/src/cli/commands') }).map((file) => basename(file, '.ts'));
  const ours = commands.flatMap(({ file, name }) => {
    const words = /^(?:\$ )?(?:npx --no )?backdesk ((?:[a-z-]+ ?)+)/.exec(name)?.[1]?.trim().split(' ') ?? [];
    return words.length === 0 ? [] : [{ file, names: [words[0] ?? '', words.slice(0, 2).join('-')] }];
  });
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.filter(({ names }) => !names.some((name) => verbs.includes(name)))).toEqual([]);
});

test('each setting is read', () => {
  const source = files.filter((file) => /^(apps\/server\/src|scripts)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts')).map(read);
  const settings = named(codeOf).flatMap(({ file, name }) => [...name.matchAll(/\b[A-Z]+_[A-Z_]+\b/g)].map(([setting]) => ({ file, name: setting })));
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter(({ name }) => !source.some((text) => text.includes(name)))).toEqual([]);
});

test('each decision record that code or documents go by is there', () => {
  const records = new Set(files.flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []));
  const code = files.filter((file) => /\.(ts|tsx|sql|css|md)$/.test(file) && !file.startsWith('CHANGELOG'));
  const cited = code.flatMap((file) =>
    [...read(file).matchAll(/\b[Rr]ecords? ((?:\d{4}(?:, | and )?)+)/g)]
      .flatMap(([, numbers = '']) => numbers.split(/, | and /))
      .map((name) => ({ file, name })),
  );
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(({ name }) => name !== '' && !records.has(name))).toEqual([]);
});

test('each word of the glossary is a word of the code', () => {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, '');
  const source = plain(
    files
      .filter((file) => /^(packages|apps)\/.*\.(ts|tsx|sql)$/.test(file))
      .map(read)
      .join('\n'),
  );
  const words = [
    ...read('CONTEXT.md')
      .replaceAll(/\*Avoid:.*/g, '')
      .matchAll(/\*\*([^*]+)\*\*/g),
  ].map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => !source.includes(plain(word)))).toEqual([]);
});
