import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderScreen } from '../../../test/answering.tsx';
import { EditPanel } from './edit-panel.tsx';

afterEach(cleanup);

function Price({ save }: { save: () => void }) {
  const [value, setValue] = useState<string | null>('2.50');
  return (
    <EditPanel title="Edit" save={{ mutate: save, isPending: false, isError: false, error: null }} onClose={() => undefined}>
      <MoneyInput label="Price" currency="USD" value={value} onChange={setValue} problems={{ not_a_number: 'No number', too_many_decimals: 'Too fine' }} />
    </EditPanel>
  );
}

test('Save and Enter save alike, and neither does while a price cannot be read', async () => {
  const save = vi.fn();
  renderScreen(<Price save={save} />);
  const user = userEvent.setup();
  const price = screen.getByLabelText('Price');
  await user.clear(price);
  await user.type(price, '3,x{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(save).not.toHaveBeenCalled();
  expect(price).toHaveProperty('value', '3,x');
  await user.clear(price);
  await user.type(price, '3.10{Enter}');
  expect(save).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(save).toHaveBeenCalledTimes(2);
});
