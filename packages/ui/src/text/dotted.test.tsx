import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Dotted } from './dotted.tsx';

afterEach(cleanup);

test('dots are between things alone', () => {
  const of = (...names: readonly string[]) => render(<Dotted items={names.map((name) => ({ key: name, content: name }))} />).container.textContent;
  expect([of('One', 'Two', 'Three'), of('One'), of()]).toEqual(['One · Two · Three', 'One', '']);
});
