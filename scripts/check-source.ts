// House rules that Biome cannot say, read from the syntax tree with `typescript` 6. Each message says what to do instead.
// Usage: node scripts/check-source.ts [--root DIR]   (the test runs it on planted files)
import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import ts from 'typescript';

type Finding = { readonly file: string; readonly line: number; readonly rule: string; readonly advice: string };
type Rule = {
  readonly name: string;
  readonly advice: string;
  /** Which files it reads, by their path from the root. */
  readonly applies: (file: string) => boolean;
  readonly breaks: (node: ts.Node) => boolean;
};

/** An exception is dated and shrinks: file and rule, since when and why. Delete it when the file is mended. */
const exceptions: readonly { readonly file: string; readonly rule: string; readonly since: string; readonly why: string }[] = [];

const isTest = (file: string): boolean => /\.test\.tsx?$|^(packages|apps)\/[^/]+\/test\//.test(file);
const isProduct = (file: string): boolean => /^(packages|apps)\/[^/]+\/src\//.test(file) && !isTest(file);
const isScreen = (file: string): boolean => isProduct(file) && !file.startsWith('apps/e2e/');
const isMoney = (file: string): boolean => file.startsWith('packages/domain/src/money/');
const isSqlFile = (file: string): boolean => /^apps\/server\/src\/(db\/|modules\/[^/]+\/(store|queries)(\.ts$|\/))/.test(file);
const isDomain = (file: string): boolean => file.startsWith('packages/domain/src/') && !isTest(file);

/** Where a browser keeps something: a person's own choices; what was typed and is not sent yet, until they sign out. */
const storagePlaces: Readonly<Record<string, readonly string[]>> = {
  localStorage: ['apps/admin/src/lib/appearance.ts', 'packages/ordering/src/address/countries.ts'],
  sessionStorage: ['packages/ordering/src/editing/use-kept.ts'],
  indexedDB: ['packages/ordering/src/editing/op-storage.ts'],
  cookieStore: [],
};

const moneyName = /(^|[a-z0-9_])(Amount|Total|Minor|MinorUnits)$|^(amount|total|subtotal|minor)$/;
const moneyText = /(amount|total|price|cost|money|charge)s?$/i;
const sqlVerbs = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/** The last name in an expression: `line.total` → total, `amounts[0]` → amounts, `(x)` → x. */
function nameOf(node: ts.Expression): string {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return nameOf(node.expression);
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) return nameOf(node.expression);
  return ts.isIdentifier(node) ? node.text : '';
}

const scaling = new Set([
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
]);

function isCallTo(node: ts.Node, ...names: readonly string[]): node is ts.CallExpression {
  return ts.isCallExpression(node) && names.includes(nameOf(node.expression));
}

const rules: readonly Rule[] = [
  {
    name: 'money-arithmetic',
    advice: 'Scale amounts only in packages/domain/src/money (multiply, allocate, round there and call it here); name counts `…Count`.',
    applies: (file) => isProduct(file) && !isMoney(file),
    breaks: (node) =>
      ts.isBinaryExpression(node) && scaling.has(node.operatorToken.kind) && (moneyName.test(nameOf(node.left)) || moneyName.test(nameOf(node.right))),
  },
  {
    name: 'money-float',
    advice: 'Money never becomes a float: parse it with packages/domain/src/money (decimal string → exact) and format it there.',
    applies: (file) => isProduct(file) && !isMoney(file),
    breaks: (node) => {
      if (isCallTo(node, 'parseFloat')) return true;
      if (isCallTo(node, 'Number')) return node.arguments[0] !== undefined && moneyText.test(nameOf(node.arguments[0]));
      if (isCallTo(node, 'toFixed')) return ts.isPropertyAccessExpression(node.expression) && moneyText.test(nameOf(node.expression.expression));
      return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken && moneyText.test(nameOf(node.operand));
    },
  },
  {
    name: 'sql-outside-store',
    advice: 'SQL lives in store.ts (writes) and queries.ts (reads) of a module, or in db/. Add a function there and call it.',
    applies: (file) => file.startsWith('apps/server/src/') && !isSqlFile(file) && !isTest(file),
    breaks: (node) => isCallTo(node, ...sqlVerbs) || (ts.isTaggedTemplateExpression(node) && nameOf(node.tag) === 'sql'),
  },
  {
    name: 'domain-has-no-clock',
    advice: 'The domain has no clock and no chance: take `now` or the id as an argument, so that a test can say what it is.',
    applies: isDomain,
    breaks: (node) => {
      if (ts.isNewExpression(node)) return nameOf(node.expression) === 'Date' && (node.arguments?.length ?? 0) === 0;
      if (!ts.isPropertyAccessExpression(node)) return false;
      return ['Date.now', 'Math.random'].includes(`${nameOf(node.expression)}.${node.name.text}`);
    },
  },
  {
    name: 'type-not-interface',
    advice: 'Use `type` for data. `interface` is for ports (a file port.ts) and for widening a library in `declare module`.',
    applies: (file) => isProduct(file) && !file.endsWith('.d.ts') && !/port\.ts$/.test(file),
    breaks: (node) => ts.isInterfaceDeclaration(node) && !ts.isModuleBlock(node.parent),
  },
  ...Object.entries(storagePlaces).map(
    ([storage, places]): Rule => ({
      name: 'browser-storage',
      advice: `${storage} is no place for people, prices or tokens. What is typed is kept by use-kept or the unsent queue, which signing out clears.`,
      applies: (file) => isScreen(file) && !places.includes(file),
      breaks: (node) => ts.isIdentifier(node) && node.text === storage && !ts.isPropertyAssignment(node.parent),
    }),
  ),
  {
    name: 'browser-storage',
    advice: 'Cookies are set by the server alone, out of the reach of scripts.',
    applies: isScreen,
    breaks: (node) => ts.isPropertyAccessExpression(node) && nameOf(node.expression) === 'document' && node.name.text === 'cookie',
  },
];

/** Reads every source file under packages/ and apps/ of `root`; returns what breaks a rule, with the advice. */
function findBroken(root: string): Finding[] {
  const files = globSync('{packages,apps,scripts}/**/*.{ts,tsx}', { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist|\.backdesk)$/.test(name) });
  return files.flatMap((file) => [...drawers(file), ...syntax(root, file)]);
}

function drawers(file: string): Finding[] {
  const drawer = file.split('/').find((part) => /^(utils?|helpers?|common|misc)(\.tsx?)?$/.test(part));
  if (!drawer) return [];
  return [{ file, line: 1, rule: 'no-drawers', advice: `"${drawer}" says nothing. Name the file for its one verb, and the folder for its noun.` }];
}

function syntax(root: string, file: string): Finding[] {
  const wanted = rules.filter((rule) => rule.applies(file) && !exceptions.some((exception) => exception.file === file && exception.rule === rule.name));
  if (wanted.length === 0) return [];
  const source = ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    for (const rule of wanted) {
      if (!rule.breaks(node)) continue;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ file, line, rule: rule.name, advice: rule.advice });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const home = resolve(import.meta.dirname, '..');
const at = process.argv.indexOf('--root');
const root = resolve(at > 0 ? (process.argv[at + 1] ?? home) : home);
const broken = findBroken(root);
for (const { file, line, rule, advice } of broken) console.log(`${relative(process.cwd(), resolve(root, file))}:${line} ${rule}\n  ${advice}`);
console.log(`source: ${broken.length} findings.`);
process.exitCode = broken.length === 0 ? 0 : 1;
