// While the customer is at checkout, a change by staff asks first.
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CustomerAtCheckout } from '../src/components/customer-at-checkout/customer-at-checkout.tsx';
import { useCheckoutGuard } from '../src/lib/checkout-guard.ts';

afterEach(cleanup);

const dana = { tabId: 'b', person: 'customer:dana', name: 'Dana Wu', lineId: null, atCheckout: true };

function Page({ company }: { company: ReturnType<typeof createCompany> }) {
  const guard = useCheckoutGuard(company);
  return (
    <>
      <CustomerAtCheckout guard={guard} />
      <input aria-label="Quantity" readOnly={guard.isHeld} />
    </>
  );
}

const isHeld = () => screen.getByLabelText<HTMLInputElement>('Quantity').readOnly;

test('the page is to be read until somebody says that they mean it; the next visit asks again', async () => {
  const user = userEvent.setup();
  const company = createCompany({ tabId: 'a', person: 'staff:ana' });
  render(<Page company={company} />);
  expect([isHeld(), screen.queryByRole('button')]).toEqual([false, null]);
  act(() => company.setPeople([dana]));
  screen.getByText('Dana Wu is at checkout with this');
  expect(isHeld()).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Edit anyway' }));
  expect(isHeld()).toBe(false);
  act(() => company.setPeople([]));
  act(() => company.setPeople([dana]));
  expect(isHeld()).toBe(true);
});

test('who is typing finishes the field first', async () => {
  const user = userEvent.setup();
  const company = createCompany({ tabId: 'a', person: 'staff:ana' });
  render(<Page company={company} />);
  await user.click(screen.getByLabelText('Quantity'));
  act(() => company.setPeople([dana]));
  expect(isHeld()).toBe(false);
  await user.tab();
  expect(isHeld()).toBe(true);
});
