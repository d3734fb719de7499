import { regionsOf } from '@backdesk/domain/core/regions.ts';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';

type Props = { label: string; help?: string; whole: string; country: string; value: string; onChange: (region: string) => void; error?: string | undefined };

/** One region of a country, or the whole of it: chosen by name where the regions are listed, typed where not. */
export function RegionField({ label, help, whole, country, value, onChange, error }: Props) {
  const known = regionsOf(country);
  if (known === null) return <TextInput label={label} help={help} value={value} onChange={(event) => onChange(event.target.value)} error={error} />;
  return (
    <Select
      label={label}
      placeholder={whole}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={known.map(({ code, name }) => ({ value: code, label: name }))}
      error={error}
    />
  );
}
