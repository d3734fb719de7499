type Json = Readonly<Record<string, unknown>>;

const escapeHtml = (text: unknown) => String(text ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const pretty = (value: unknown) => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
const fold = (title: string, inner: string) => `<details><summary>${escapeHtml(title)}</summary>${inner}</details>`;

/** The API description as a page to read: the same document, no script in it. */
export function renderApiDocs(document: unknown): string {
  const { info, paths, components } = document as { readonly info: Json; readonly paths: Readonly<Record<string, Json>>; readonly components: Json };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method, path, operation as Json)),
  );
  const schemas = Object.entries((components.schemas ?? {}) as Json).map(
    ([name, schema]) => `<section id="${escapeHtml(name)}">${fold(name, pretty(schema))}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(info.title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b2327; }
h2 { font: 600 15px/1.4 ui-monospace, monospace; margin: 1.6rem 0 .2rem; overflow-wrap: anywhere; }
p { margin: .2rem 0; } pre { background: #f3f5f5; padding: .8rem; overflow: auto; font-size: 13px; }
summary { cursor: pointer; color: #0d5c68; } .permission { color: #5b676c; }
</style></head><body>
<h1>${escapeHtml(info.title)}</h1><p>${escapeHtml(info.description)}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
${operations.join('\n')}
<h1>Schemas</h1>${schemas.join('\n')}
</body></html>
`;
}

function renderOperation(method: string, path: string, operation: Json): string {
  const permission = operation['x-permission'];
  const parameters = Array.isArray(operation.parameters) && operation.parameters.length > 0 ? fold('Parameters', pretty(operation.parameters)) : '';
  const body = isJson(operation.requestBody) ? fold('Body', pretty(operation.requestBody.content)) : '';
  return `<section><h2>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</h2><p>${escapeHtml(operation.summary)}</p>
${permission === undefined ? '' : `<p class="permission">Needs ${escapeHtml(permission)}</p>`}${parameters}${body}${fold('Answers', pretty(operation.responses))}</section>`;
}
