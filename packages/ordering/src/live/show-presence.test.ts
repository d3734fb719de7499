import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPresence } from './show-presence.ts';

const [mine, anas] = ['tab-mine', 'tab-ana'];
let looked: DocumentVisibilityState = 'visible';
const ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  looked = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => looked);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function open(options: { readonly joinMs?: number; readonly isAlwaysSaid?: boolean } = {}) {
  const said: (string | null)[] = [];
  const shown = showPresence(
    {
      show: async (lineId) => said.push(lineId ?? 'here'),
      leave: async () => said.push('left'),
    },
    { tabId: mine, ...options },
  );
  ends.push(shown.end);
  return { said, ...shown };
}

function goTo(lineId: string): void {
  document.body.innerHTML = `<div data-line="${lineId}"><input></div>`;
  document.querySelector('input')?.focus();
}

const pass = (ms: number) => vi.advanceTimersByTime(ms);

test('who is alone says once that they are here, and no more', () => {
  const { said } = open();
  pass(0);
  goTo('line-1');
  pass(60_000);
  expect(said).toEqual(['here']);
});

test('it is not said again what the stream has said', () => {
  const { said, hear } = open({ joinMs: 1_500 });
  pass(400);
  hear([mine]);
  pass(10_000);
  expect(said).toEqual([]);
});

test('it is said when the stream has not said it', () => {
  const { said, hear } = open({ joinMs: 1_500 });
  hear([]);
  pass(1_500);
  expect(said).toEqual(['here']);
});

test('who comes is answered at once, with the line one is in, then every five seconds, until they have gone', () => {
  const { said, hear } = open({ joinMs: 1_500 });
  hear([mine]);
  pass(60_000);
  goTo('line-1');
  hear([anas]);
  expect(said).toEqual(['line-1']);
  hear([anas, mine]);
  pass(1_000);
  goTo('line-2');
  pass(150);
  expect(said).toEqual(['line-1', 'line-2']);
  pass(5_000);
  expect(said.slice(2)).toEqual(['line-2']);
  hear([mine]);
  pass(60_000);
  expect(said).toHaveLength(3);
});

test('a customer about to order says it every five seconds, whoever is there', () => {
  const { said } = open({ isAlwaysSaid: true });
  pass(11_000);
  expect(said).toEqual(['here', 'here', 'here']);
});

test('leaving is said while somebody may still see one here', () => {
  const { said, hear, end } = open();
  pass(0);
  end();
  expect(said).toEqual(['here', 'left']);
  const later = open();
  pass(16_000);
  later.end();
  expect(later.said).toEqual(['here']);
  const seen = open();
  seen.hear([anas]);
  pass(60_000);
  seen.end();
  expect(seen.said.at(-1)).toBe('left');
  hear([]);
});

test('a tab out of sight is not here, and is again when it is looked at', () => {
  const { said, hear } = open();
  pass(0);
  looked = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  hear([anas]);
  pass(20_000);
  expect(said).toEqual(['here', 'left']);
  looked = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(said.at(-1)).toBe('here');
});
