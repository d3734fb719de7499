// The layer rules of .dependency-cruiser.cjs, run over packages/, apps/ and scripts/.
// dependency-cruiser reads TypeScript only when it finds a `typescript` it knows (6, not 7) and otherwise says "no
// violations" over nothing at all; so this check counts the sources itself and fails when they were not read.
// Usage: node scripts/check-layers.ts [--root DIR]   (the test runs it on a planted copy)
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

type ForbiddenRule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

const home = resolve(import.meta.dirname, '..');
const at = process.argv.indexOf('--root');
const root = realpathSync(at > 0 ? (process.argv[at + 1] ?? home) : home);
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: ForbiddenRule[]; options: object };

const folders = ['packages', 'apps', 'scripts'].filter((folder) => existsSync(resolve(root, folder)));
const sources = folders
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist|coverage|\.backdesk)$/.test(name) }))
  .filter((file) => !file.endsWith('.d.ts'));

process.chdir(root);
const { output } = await cruise(folders, { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } });
if (typeof output === 'string') throw new Error('dependency-cruiser answered text instead of a result');
process.exitCode = report(output) ? 0 : 1;

/** Imports of another member that package.json does not declare: dependency-cruiser cannot tell a workspace's link from a file. */
function undeclaredMembers(result: ICruiseResult): string[] {
  return result.modules.flatMap(({ source, dependencies }) => {
    const member = /^(packages|apps)\/[^/]+/.exec(source)?.[0];
    // Tests run from the root, whose devDependencies they share.
    if (!member || /^apps\/e2e\/|\.test\.tsx?$|^(packages|apps)\/[^/]+\/test\//.test(source)) return [];
    const manifest = JSON.parse(readFileSync(resolve(root, member, 'package.json'), 'utf8')) as { name: string; dependencies?: Record<string, string> };
    const declared = new Set([manifest.name, ...Object.keys(manifest.dependencies ?? {})]);
    const needed = dependencies.map((dependency) => /^@backdesk\/[^/]+/.exec(dependency.module)?.[0]);
    return needed.filter((name) => name !== undefined && !declared.has(name)).map((name) => `${source} → ${name}`);
  });
}

/** Prints what is wrong and what to do; true when all sources were read and no rule is broken. */
function report(result: ICruiseResult): boolean {
  const cruised = new Set(result.modules.map((module) => module.source));
  const missed = sources.filter((file) => !cruised.has(file));
  if (sources.length === 0 || missed.length > sources.length * 0.1) {
    console.log(`layers: only ${sources.length - missed.length} of ${sources.length} source files were read, so nothing is proven.`);
    console.log('  Is `typescript` still version 6 (dependency-cruiser cannot read with 7)? First not read:');
    for (const file of missed.slice(0, 5)) console.log(`  ${file}`);
    return false;
  }
  const comments = new Map(config.forbidden.map((rule) => [rule.name, rule.comment ?? '']));
  const { violations } = result.summary;
  for (const { rule, from, to, cycle } of violations) {
    const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`;
    console.log(`${rule.name}: ${way}\n  ${comments.get(rule.name)}`);
  }
  const undeclared = undeclaredMembers(result);
  for (const way of undeclared) console.log(`no-undeclared-imports: ${way}\n  ${comments.get('no-undeclared-imports')}`);
  const broken = violations.length + undeclared.length;
  console.log(`layers: ${sources.length - missed.length} source files read, ${broken} forbidden imports.`);
  return broken === 0;
}
