import { countriesIn } from '@backdesk/ordering/address/countries.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId, useState } from 'react';
import { t } from '../texts.ts';

type Props = { label: string; value: string; onChange: (country: string) => void; everywhere?: boolean; error?: string | undefined };

/** A country by name: type a part of it and pick, or type its code. `everywhere` offers every country as one. */
export function CountryField({ label, value, onChange, everywhere = false, error }: Props) {
  const { locale } = useFormat();
  const listId = useId();
  const countries = everywhere ? [{ value: '*', label: t.everyCountry() }, ...countriesIn(locale)] : countriesIn(locale);
  const nameOf = (code: string) => countries.find((country) => country.value === code)?.label ?? code;
  const [text, setText] = useState<string | null>(null);
  function type(typed: string) {
    setText(typed);
    const key = typed.trim().toLowerCase();
    const found = countries.find((country) => country.label.toLowerCase() === key || country.value.toLowerCase() === key);
    if (found) onChange(found.value);
  }
  const isUnknown = text !== null && text.trim().toLowerCase() !== nameOf(value).toLowerCase() && text.trim().toUpperCase() !== value;
  return (
    <>
      <TextInput
        label={label}
        list={listId}
        autoComplete="off"
        value={text ?? nameOf(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setText(null)}
        error={isUnknown && text.length > 2 ? undefined : error}
      />
      <datalist id={listId}>
        {countries.map((country) => (
          <option key={country.value} value={country.label} />
        ))}
      </datalist>
    </>
  );
}
