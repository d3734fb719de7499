import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ConfigurationFields } from './configuration-fields.tsx';
import { useConfiguration } from './use-configuration.ts';

afterEach(cleanup);

const asked = { help: '', required: false, carriesBreaks: false, onlyWhen: null };
const free = { perPiece: '0', perLine: { amount: 0, currency: 'USD' }, ppm: 0, breaks: [] };
/** A card only with a box, and what stands on it only with the card. */
const options: readonly ConfigurationOptionJson[] = [
  { ...asked, ...free, id: 'box', kind: 'checkbox', name: 'Gift box', perPiece: '1.50' },
  {
    ...asked,
    ...{ id: 'card', kind: 'choice', name: 'Card', required: true, onlyWhen: { optionId: 'box', value: 'yes' } },
    values: [
      { ...free, id: 'none', name: 'Without' },
      { ...free, id: 'own', name: 'Own words' },
    ],
  },
  {
    ...asked,
    ...free,
    id: 'words',
    kind: 'text',
    name: 'Words on it',
    required: true,
    onlyWhen: { optionId: 'card', value: 'own' },
    maxLength: 8,
    pattern: '',
  },
];

let entered: unknown;
function Form({ isChecked = false }: { isChecked?: boolean }) {
  const state = useConfiguration(options, undefined);
  entered = state.entered.configuration;
  return <ConfigurationFields state={state} isChecked={isChecked} />;
}

test('what hangs on an answer is asked with it, its own beyond that too, and leaves with it: nothing of it is sent', async () => {
  const user = userEvent.setup();
  render(<Form />);
  expect(screen.queryByText('Card')).toBeNull();
  await user.click(screen.getByLabelText(/Gift box/));
  expect(screen.queryByLabelText(/Words on it/)).toBeNull();
  await user.click(screen.getByLabelText(/Own words/));
  await user.type(screen.getByLabelText(/Words on it/), 'For Ada');
  expect(entered).toEqual({ box: 'yes', card: 'own', words: 'For Ada' });
  await user.click(screen.getByLabelText(/Gift box/));
  expect(screen.queryByLabelText(/Words on it/)).toBeNull();
  expect(entered).toEqual({});
  // Asked again, what was typed is there.
  await user.click(screen.getByLabelText(/Gift box/));
  expect((screen.getByLabelText(/Words on it/) as HTMLInputElement).value).toBe('For Ada');
});

test('what is missing is told when somebody tried to go on; too long at once', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Form />);
  await user.click(screen.getByLabelText(/Gift box/));
  await user.click(screen.getByLabelText(/Own words/));
  expect(document.querySelector('[aria-invalid="true"]')).toBeNull();
  rerender(<Form isChecked />);
  expect(screen.getByLabelText(/Words on it/).getAttribute('aria-invalid')).toBe('true');
  rerender(<Form />);
  await user.type(screen.getByLabelText(/Words on it/), 'much too long');
  expect(screen.getByLabelText(/Words on it/).getAttribute('aria-invalid')).toBe('true');
});

test('a number is read as this account writes it: a thousand is no decimal, and what is none stays to be told', async () => {
  const user = userEvent.setup();
  const stitches: ConfigurationOptionJson = { ...asked, ...free, id: 'stitches', kind: 'number', name: 'Stitches', minimum: null, maximum: null, step: null };
  let answers: Readonly<Record<string, string>> = {};
  function Asked({ locale }: { locale: string }) {
    const state = useConfiguration([stitches], undefined);
    answers = state.entered.configuration;
    return (
      <FormatProvider settings={{ locale, timeZone: 'UTC', currency: 'USD' }}>
        <ConfigurationFields state={state} isChecked />
      </FormatProvider>
    );
  }
  render(<Asked locale="en-US" />);
  const field = screen.getByLabelText<HTMLInputElement>(/Stitches/);
  const typing = async (text: string) => {
    await user.clear(field);
    await user.type(field, text);
    return [answers.stitches, field.value];
  };
  expect(await typing('10,000')).toEqual(['10000', '10,000']);
  expect(await typing('10.50')).toEqual(['10.5', '10.50']);
  expect(await typing('many')).toEqual(['many', 'many']);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  cleanup();
  render(<Asked locale="de-DE" />);
  const german = screen.getByLabelText<HTMLInputElement>(/Stitches/);
  await user.type(german, '10.000,5');
  expect([answers.stitches, german.value]).toEqual(['10000.5', '10.000,5']);
});

test('answering nothing is told from a value that is called None', () => {
  const wrap: ConfigurationOptionJson = { ...asked, id: 'wrap', kind: 'choice', name: 'Gift wrap', values: [{ ...free, id: 'no', name: 'None' }] };
  function Wrapped() {
    return <ConfigurationFields state={useConfiguration([wrap], undefined)} isChecked={false} />;
  }
  render(<Wrapped />);
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['No answer', 'None']);
});
