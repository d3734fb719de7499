import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CustomerSearch } from './customer-search.tsx';

const dana = {
  id: 'c1',
  name: 'Dana Wu',
  email: 'dana@harborcoffee.example',
  phone: null,
  number: null,
  company: null,
  active: true,
} as unknown as CustomerRow;

afterEach(cleanup);

function open(delay: number) {
  const chosen: string[] = [];
  const search = async (words: string) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    return 'dana wu'.includes(words) ? [dana] : [];
  };
  render(<CustomerSearch autoFocus search={search} onChoose={(customer, isSure) => chosen.push(`${customer.name}${isSure ? ', sure' : ''}`)} />);
  return { user: userEvent.setup(), chosen, field: screen.getByLabelText('Search customers') };
}

test('Enter before the answer chooses the first found for exactly these words', async () => {
  const { user, chosen, field } = open(100);
  await user.type(field, 'dana{Enter}');
  expect(chosen).toEqual([]);
  await waitFor(() => expect(chosen).toEqual(['Dana Wu']));
});

test('a second Enter while the search still runs is not lost: it says to go on with the choice', async () => {
  const { user, chosen, field } = open(100);
  await user.type(field, 'dana{Enter}{Enter}');
  await waitFor(() => expect(chosen).toEqual(['Dana Wu, sure']));
});

test('words changed after Enter choose nobody by themselves', async () => {
  const { user, chosen, field } = open(100);
  await user.type(field, 'dana{Enter}{Enter} w');
  await screen.findByText('Dana Wu');
  expect(chosen).toEqual([]);
});
