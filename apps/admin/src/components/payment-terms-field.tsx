import { TextInput, type TextInputProps } from '@backdesk/ui/forms/text-input.tsx';
import { useId } from 'react';

const usual = ['Due on receipt', 'Net 15', 'Net 30', 'Net 45', 'Net 60', 'Net 90', 'Prepaid'];

/** Payment terms in words, with the usual ones to pick from. */
export function PaymentTermsField(props: Omit<TextInputProps, 'list' | 'autoComplete' | 'maxLength'>) {
  const list = useId();
  return (
    <>
      <TextInput list={list} autoComplete="off" maxLength={100} {...props} />
      <datalist id={list}>
        {usual.map((terms) => (
          <option key={terms} value={terms} />
        ))}
      </datalist>
    </>
  );
}
