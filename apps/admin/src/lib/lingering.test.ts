import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLingering } from './lingering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the next page wants too stays open; what nobody wants any more is closed, once', () => {
  const log: string[] = [];
  const linger = createLingering(1_000);
  const want = (name: string) =>
    linger(name, () => {
      log.push(`open ${name}`);
      return () => void log.push(`close ${name}`);
    });
  const draft = want('a');
  draft();
  vi.advanceTimersByTime(500);
  const checkout = want('a');
  const beside = want('a');
  vi.advanceTimersByTime(5_000);
  checkout();
  vi.advanceTimersByTime(5_000);
  expect(log).toEqual(['open a']);
  beside();
  vi.advanceTimersByTime(1_000);
  expect(log).toEqual(['open a', 'close a']);
  want('a');
  want('b');
  expect(log).toEqual(['open a', 'close a', 'open a', 'open b']);
});
