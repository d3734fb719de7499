import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId, useState } from 'react';
import { useTypeAhead } from '../search/use-type-ahead.ts';
import { t } from './texts.ts';

/** Names of companies that have the words. */
export type CompanySearch = (words: string, signal: AbortSignal) => Promise<readonly string[]>;

const none: CompanySearch = () => Promise.resolve([]);

type Props = { value: string; onChange: (company: string) => void; error: string | undefined; search: CompanySearch | undefined };

/** Whom a customer buys for: those that exist are offered while typing, another name makes one. It says which of both it will be. */
export function CompanyField({ value, onChange, error, search = none }: Props) {
  const listId = useId();
  const [isTouched, setTouched] = useState(false);
  const words = value.trim();
  const ahead = useTypeAhead(words, search, isTouched && words !== '');
  const found = ahead.items ?? ahead.stale;
  const isKnown = found.some((name) => name.toLowerCase() === words.toLowerCase());
  const help = isKnown ? t.knownCompany() : t.newCompany(words);
  return (
    <TextInput
      label={t.company()}
      mark={t.optional()}
      list={listId}
      autoComplete="off"
      value={value}
      error={error}
      help={
        <>
          {isTouched && words !== '' && ahead.items !== null && search !== none && <span aria-live="polite">{help}</span>}
          <datalist id={listId}>
            {found.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      }
      onChange={(event) => {
        setTouched(true);
        onChange(event.currentTarget.value);
      }}
    />
  );
}
