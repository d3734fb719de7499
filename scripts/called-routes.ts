// What a browser needs of the route tables is how each route is called. Their schemas, and with them the validator, stay out of
// its script: for a bundle each module of the contract that exports a table is replaced by method, path and kinds of body and answer.
// Decision record 0063.
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Exports = Readonly<Record<string, unknown>>;

const contract = fileURLToPath(new URL('../packages/contract/src', import.meta.url)) + sep;
/** Every module with a table says so: it would not compile as one otherwise. */
const exportsTable = /\bsatisfies RouteTable\b/;
const keptOfRoute = ['method', 'path', 'permission', 'bodyType', 'answerType'] as const;

const isObject = (value: unknown): value is Exports => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is Readonly<Record<string, Exports>> =>
  isObject(value) && Object.values(value).length > 0 && Object.values(value).every((route) => isObject(route) && 'method' in route && 'path' in route);
const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

const calledTable = (table: Readonly<Record<string, Exports>>) => Object.fromEntries(Object.entries(table).map(([name, route]) => [name, calledRoute(route)]));

/** A route as `createClient` reads it: of the body only whether there is one. */
function calledRoute(route: Exports): Exports {
  const kept = keptOfRoute.filter((key) => route[key] !== undefined).map((key) => [key, route[key]]);
  return { ...Object.fromEntries(kept), ...(route.body !== undefined && { body: true }) };
}

/**
 * The source of a module with the same tables, and the strings and numbers beside them. What else it exports is left out: whoever imports
 * that is told so when the bundle is made.
 */
export function calledModule(exported: Exports): string {
  return Object.entries(exported)
    .map(([name, value]) => [name, isTable(value) ? calledTable(value) : value] as const)
    .filter(([name, value]) => isTable(exported[name]) || isPlain(value))
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

/** For the Vite configuration of each face. */
export function calledRoutes() {
  return {
    name: 'backdesk:called-routes',
    enforce: 'pre' as const,
    async load(id: string) {
      if (!id.startsWith(contract) || !exportsTable.test(readFileSync(id, 'utf8'))) return null;
      return { code: calledModule((await import(pathToFileURL(id).href)) as Exports), map: null };
    },
  };
}
