import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { Fact } from '@backdesk/ui/data/facts.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** Active fields that hold something, to be read. */
export function fieldFacts(definitions: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>, format: Format): readonly Fact[] {
  return definitions
    .filter(({ active, code }) => active && values[code] !== undefined && values[code] !== null && values[code] !== '')
    .map(({ type, label, code }) => ({ term: label, value: shown(type, values[code], format) }));
}

function shown(type: FieldDefinition['type'], value: unknown, format: Format) {
  if (typeof value === 'boolean') return value ? t.yes() : t.no();
  if (typeof value === 'number') return format.number(value);
  if (typeof value !== 'string') return '';
  if (type === 'datetime') return format.dateTime(value);
  // Never a link but to the web, whatever was stored.
  if (type === 'link' && /^https?:\/\//i.test(value))
    return (
      <a href={value} target="_blank" rel="noreferrer noopener">
        {value.replace(/^https?:\/\//i, '')}
      </a>
    );
  return <bdi style={{ whiteSpace: 'pre-wrap' }}>{value}</bdi>;
}
