// The list of parts is made of the lock file: all that a running store can run stands in it with its version, and what only builds or tests
// is told apart. (`npm sbom --omit dev` leaves out what both need.)
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };

type Component = { readonly purl: string; readonly properties?: readonly { readonly name: string; readonly value: string }[] };
type Bom = { readonly bomFormat: string; readonly components: readonly Component[] };
type Locked = { readonly name?: string; readonly version?: string; readonly dev?: boolean; readonly link?: boolean };

const root = resolve(import.meta.dirname, '..');
const inModules = /^.*node_modules\//;

test('npm run sbom lists all that a running store can run, with its version, and says what is for building alone', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], { cwd: root, maxBuffer: 1 << 26 });
  const { bomFormat, components } = JSON.parse(stdout) as Bom;
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Map(components.map((component) => [decodeURIComponent(component.purl.replace('pkg:npm/', '')), component]));
  const locked = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(([path, { link }]) => inModules.test(path) && link !== true);
  const named = locked.map(([path, { name, version, dev }]) => ({ name: `${name ?? path.replace(inModules, '')}@${version}`, dev }));
  const run = named.filter(({ dev }) => dev !== true);
  expect(run.length).toBeGreaterThan(100);
  expect(run.filter(({ name }) => !listed.has(name))).toEqual([]);
  const isForBuilding = (component?: Component) => component?.properties?.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  expect(named.filter(({ name, dev }) => dev === true && isForBuilding(listed.get(name)) !== true)).toEqual([]);
});

test('every member names one version of each thing it needs', () => {
  const members = ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })];
  const wanted = members.flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(resolve(root, file), 'utf8')) as Readonly<
      Record<string, Record<string, string>>
    >;
    return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((line) => !/ (npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(line))).toEqual([]);
});
