import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { EmailText } from './email-text.tsx';

afterEach(cleanup);

test('an address may break behind its @ and its dots, and reads as it is', () => {
  const { container } = render(<EmailText email="ana.reyes@ridgeline.example" />);
  expect(container.innerHTML).toBe('<bdi>ana.<wbr>reyes@<wbr>ridgeline.<wbr>example</bdi>');
  expect(container.textContent).toBe('ana.reyes@ridgeline.example');
});
