// Figures to pick from beside a field: typing still works, the keys pick, and none of it is sent by picking.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { FigureList } from './figure-list.tsx';
import { NumberField } from './number-field.tsx';

afterEach(cleanup);

const sold = [12, 48, 1440];

function open(start = 12) {
  const onSend = vi.fn();
  function Form() {
    const [value, setValue] = useState<number | null>(start);
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend(value);
        }}
      >
        <NumberField
          label="Quantity"
          value={value}
          onChange={setValue}
          stops={sold}
          buttons={{ less: 'Fewer', more: 'More' }}
          list={<FigureList label="Sold in" choices={() => sold.map((figure) => ({ figure, detail: `${figure / 12} dozen` }))} />}
          unreadable="Whole number"
        />
        <output>{String(value)}</output>
        <button type="submit">Add</button>
      </form>
    );
  }
  render(<Form />);
  return {
    user: userEvent.setup(),
    onSend,
    field: screen.getByRole<HTMLInputElement>('combobox', { name: 'Quantity' }),
    value: () => screen.getByRole('status').textContent,
  };
}

const options = () => screen.queryAllByRole('option').map(({ textContent, ariaSelected }) => [textContent, ariaSelected]);

test('an arrow key opens the list and picks; Enter takes it, and only the next one sends', async () => {
  const { user, onSend, field, value } = open();
  field.focus();
  expect(options()).toEqual([]);
  await user.keyboard('{ArrowDown}');
  expect(value()).toBe('48');
  expect(options()).toEqual([
    ['121 dozen', 'false'],
    ['484 dozen', 'true'],
    ['1,440120 dozen', 'false'],
  ]);
  expect(screen.getByRole('option', { selected: true }).id).toBe(field.getAttribute('aria-activedescendant'));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect([value(), field.value]).toEqual(['1440', '1,440']);
  await user.keyboard('{ArrowUp}{Enter}');
  expect([value(), options(), onSend.mock.calls]).toEqual(['48', [], []]);
  await user.keyboard('{Enter}');
  expect(onSend).toHaveBeenCalledWith(48);
});

test('what is typed counts though it is not in the list, and Enter sends it; Escape closes only the list', async () => {
  const { user, onSend, field, value } = open();
  field.focus();
  await user.keyboard('24');
  expect(options()).toHaveLength(3);
  const outside = vi.fn();
  document.body.addEventListener('keydown', outside, { once: true });
  await user.keyboard('{Escape}');
  expect([options(), value(), outside.mock.calls]).toEqual([[], '24', []]);
  await user.keyboard('{Enter}');
  expect(onSend).toHaveBeenCalledWith(24);
});

test('a press picks, leaving closes; the buttons go from one to the next', async () => {
  const { user, field, value } = open(24);
  await user.click(field);
  await user.click(screen.getByRole('option', { name: /^1,440/ }));
  expect([value(), options(), document.activeElement]).toEqual(['1440', [], field]);
  await user.click(field);
  await user.tab();
  expect(options()).toEqual([]);
  cleanup();
  const again = open(24);
  await again.user.click(screen.getByRole('button', { name: 'Fewer' }));
  expect(again.value()).toBe('12');
  expect(screen.getByRole('button', { name: 'Fewer' })).toHaveProperty('disabled', true);
  await again.user.click(screen.getByRole('button', { name: 'More' }));
  expect(again.value()).toBe('48');
});
