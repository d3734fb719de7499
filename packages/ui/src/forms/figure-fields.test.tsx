import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { FormatProvider } from '../format/use-format.tsx';
import { MoneyInput } from './money-input.tsx';
import { NumberField } from './number-field.tsx';
import { WeightField } from './weight-field.tsx';

afterEach(cleanup);

const german = { locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' };

function Price() {
  const [value, setValue] = useState<string | null>('1234.5');
  return (
    <FormatProvider settings={german}>
      <MoneyInput label="Price" currency="EUR" value={value} onChange={setValue} problems={{ not_a_number: 'No number', too_many_decimals: 'Too fine' }} />
      <output>{String(value)}</output>
    </FormatProvider>
  );
}

function Quantity() {
  const [value, setValue] = useState<number | null>(1);
  return (
    <>
      <NumberField label="Quantity" value={value} onChange={setValue} min={1} step={12} unreadable="Whole number" />
      <output>{String(value)}</output>
    </>
  );
}

function Weight({ settings }: { settings: typeof german }) {
  const [grams, setGrams] = useState<number | null>(1996);
  return (
    <FormatProvider settings={settings}>
      <WeightField label="Weight" grams={grams} onChange={setGrams} unreadable="Enter a weight" />
      <output>{String(grams)}</output>
    </FormatProvider>
  );
}

test('a weight is typed in the unit people there use, and goes out as grams; less than nothing is refused', async () => {
  const { unmount } = render(<Weight settings={{ ...german, locale: 'en-US', currency: 'USD' }} />);
  const pounds = screen.getByLabelText('Weight');
  expect(pounds).toHaveProperty('value', '4.4');
  await userEvent.clear(pounds);
  await userEvent.type(pounds, '22.5');
  expect(screen.getByRole('status').textContent).toBe('10206');
  await userEvent.clear(pounds);
  await userEvent.type(pounds, '-3');
  expect(screen.getByText('Enter a weight')).toBeTruthy();
  unmount();
  render(<Weight settings={german} />);
  expect(screen.getByLabelText('Weight')).toHaveProperty('value', '1,996');
});

test('money is written in the locale and goes out as an exact decimal', async () => {
  render(<Price />);
  const field = screen.getByLabelText('Price');
  expect(field).toHaveProperty('value', '1.234,50');
  await userEvent.clear(field);
  await userEvent.type(field, '2.000,05');
  expect(screen.getByRole('status').textContent).toBe('2000.05');
  await userEvent.tab();
  expect(field).toHaveProperty('value', '2.000,05');
});

test('an unreadable price stays as typed and says so; the last value is kept', async () => {
  render(<Price />);
  const field = screen.getByLabelText('Price');
  await userEvent.clear(field);
  await userEvent.type(field, '1,005');
  await userEvent.tab();
  expect(field).toHaveProperty('value', '1,005');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Too fine')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('1');
});

test('typing into a focused quantity replaces it: 2 never becomes 12', async () => {
  render(<Quantity />);
  const field = screen.getByLabelText('Quantity');
  await userEvent.click(field);
  await new Promise((done) => requestAnimationFrame(done));
  await userEvent.keyboard('2');
  expect(screen.getByRole('status').textContent).toBe('2');
});

test('arrow keys step to the next multiple and stay within bounds', async () => {
  render(<Quantity />);
  await userEvent.click(screen.getByLabelText('Quantity'));
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('status').textContent).toBe('24');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('status').textContent).toBe('1');
});

test('what cannot be read is still there when the field is come back to, and its form waits for it', async () => {
  const sent = vi.fn();
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent();
      }}
    >
      <Quantity />
      <button type="submit">Save</button>
    </form>,
  );
  const field = screen.getByLabelText('Quantity');
  await userEvent.clear(field);
  await userEvent.type(field, '1x');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', '1x');
  expect(screen.getByText('Whole number')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '1');
  expect(screen.queryByText('Whole number')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toHaveBeenCalledOnce();
});

test.each(['-2', '(2)', '−2', '2x'])('the weight %s stays to be mended, says so, and holds its form', async (text) => {
  const sent = vi.fn();
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent();
      }}
    >
      <Weight settings={german} />
      <button type="submit">Save</button>
    </form>,
  );
  const field = screen.getByLabelText('Weight');
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', text);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Enter a weight')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '2');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toHaveBeenCalledOnce();
});

test('what is typed at once over the same figure is not selected under the next key', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  render(<Quantity />);
  const field = screen.getByLabelText('Quantity');
  await userEvent.click(field);
  await userEvent.keyboard('1');
  for (const frame of frames) frame(0);
  await userEvent.keyboard('2');
  vi.unstubAllGlobals();
  expect(field).toHaveProperty('value', '12');
});
