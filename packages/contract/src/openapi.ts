// The OpenAPI 3.1 document, made from the route table: what is registered is what is documented.
import { z } from 'zod';
import { type ProblemCode, problems } from './problem.ts';
import { problemBody } from './problem-body.ts';
import type { Route, RouteTable } from './route.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const always: readonly ProblemCode[] = ['request.invalid', 'internal_error', 'database.unavailable'];
const ofStaff: readonly ProblemCode[] = ['request.unauthenticated', 'request.forbidden'];
const ofSite: readonly ProblemCode[] = ['request.unauthenticated', 'not_found'];
const ofWrites: readonly ProblemCode[] = [
  'request.malformed_json',
  'request.too_large',
  'request.unsupported_media_type',
  'request.in_flight',
  'request.idempotency_mismatch',
];

/** Named parts (`.meta({ id })`) are written once under components; what is sent may differ from what is answered (defaults). */
class Components {
  readonly schemas = new Map<string, JsonObject>();

  schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    // Wrapped, so that a schema with a name of its own comes back as a reference too.
    const json = z.toJSONSchema(z.object({ root: schema }), { io, unrepresentable: 'any', target: 'draft-2020-12' });
    const suffix = io === 'input' ? 'Input' : '';
    for (const [name, definition] of Object.entries((json.$defs ?? {}) as Record<string, JsonObject>)) {
      const { id: _, ...rest } = definition;
      this.schemas.set(`${name}${suffix}`, withReferences(rest, suffix));
    }
    return withReferences((json.properties as { readonly root: JsonObject }).root, suffix);
  }
}

function withReferences(json: JsonObject, suffix: string): JsonObject {
  return JSON.parse(JSON.stringify(json).replaceAll(/"#\/\$defs\/(\w+)"/g, `"#/components/schemas/$1${suffix}"`)) as JsonObject;
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): readonly JsonObject[] {
  if (schema === undefined) return [];
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const required = new Set((json.required as readonly string[] | undefined) ?? []);
  return Object.entries(json.properties as Record<string, JsonObject>).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

const isOfSite = ({ audience }: Route) => audience === 'site' || audience === 'customer';

/** Every problem code a route can answer: its own and those of its kind. */
export function problemCodesOf(route: Route): readonly ProblemCode[] {
  return [
    ...always,
    ...(route.audience === 'staff' ? ofStaff : []),
    ...(isOfSite(route) ? ofSite : []),
    ...(route.method === 'GET' ? [] : ofWrites),
    ...(route.method !== 'GET' && (route.audience === 'staff' || isOfSite(route)) ? (['request.cross_site'] as const) : []),
    ...(route.path.includes('{') ? (['not_found'] as const) : []),
    // Searches are counted, links that never were, and guests who are new.
    ...(route.audience === 'link' || (route.audience === 'site' && route.method !== 'GET') || (route.query !== undefined && 'q' in route.query.shape)
      ? (['request.rate_limited'] as const)
      : []),
    ...route.problems,
  ];
}

function problemAnswers(route: Route): JsonObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(problemCodesOf(route))) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** A file may come as the body itself, or as the part `file` of a form. */
function contentOf(route: Route, schema: JsonObject): JsonObject {
  if (route.bodyType === undefined) return { 'application/json': { schema } };
  const form = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
  return { [route.bodyType]: { schema }, 'multipart/form-data': { schema: form } };
}

function operationOf(name: string, route: Route, components: Components): JsonObject {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[route.path.startsWith('/api/v1') ? 3 : 2] ?? 'api'],
    ...(route.permission === null ? {} : { 'x-permission': route.permission }),
    security: route.audience === 'staff' ? [{ apiKey: [] }, { session: [] }] : route.audience === 'customer' ? [{ customer: [] }] : [],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.method === 'GET' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    ],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route, components.schemaOf(route.body, 'input')) } }),
    responses: {
      [route.status]: { description: 'Done', content: { [route.answerType ?? 'application/json']: { schema: components.schemaOf(route.answer, 'output') } } },
      ...problemAnswers(route),
    },
  };
}

/** The document for a table of routes; deterministic, so that the committed copy can be compared with it. */
export function openapiDocument(table: RouteTable): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  const components = new Components();
  const problem = components.schemaOf(problemBody, 'output');
  for (const [name, route] of Object.entries(table)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Backdesk',
      version: '1',
      description:
        'Back-end ordering: draft orders, estimates, saved carts and checkout. Amounts are whole minor units with their currency, unit prices decimal strings, times RFC 3339 UTC. Send `Idempotency-Key` on every write to be able to repeat it safely.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `bdk_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'backdesk-staff' },
        customer: { type: 'apiKey', in: 'cookie', name: 'backdesk-customer' },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', minLength: 1, maxLength: 255 },
          description: 'The same key with the same request answers the first answer again; kept 7 days.',
        },
      },
      schemas: { ...Object.fromEntries([...components.schemas].sort(([a], [b]) => (a < b ? -1 : 1))), Problem: problem },
    },
  };
}
