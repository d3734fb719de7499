import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CheckoutSteps } from './checkout-steps.tsx';
import type { StepName } from './step-name.ts';

const names: readonly StepName[] = ['shipping', 'shipping-method', 'billing', 'finalize'];
const allDone = names.map(
  (name): CheckoutStepJson => ({ name, title: name, state: 'done', entered: true, reasons: [], refusals: [], offer: null }) as unknown as CheckoutStepJson,
);

function lastStep(current: StepName): string {
  const { unmount } = render(
    <FormatProvider settings={{ locale: 'en-US', timeZone: 'UTC', currency: 'USD' }}>
      <CheckoutSteps steps={allDone} currency="USD" current={current} renderLink={(name, content) => <a href={`#${name}`}>{content}</a>} />
    </FormatProvider>,
  );
  const text = screen.getByRole('link', { name: /Finalize Order/ }).textContent ?? '';
  unmount();
  return text;
}

test('the last step says that nothing is open only from before it: once there, what the server finds is below', () => {
  expect(lastStep('billing')).toContain('Nothing is open');
  expect(lastStep('finalize')).toContain('Read and submit');
  expect(lastStep('finalize')).not.toContain('Nothing is open');
});
