// An order too long to be in the page as a whole: worked by keyboard it is like any other.
import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor, type OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef, useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aHit, anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { DraftProvider } from './draft-context.tsx';
import { LineGrid, type LineGridHandle } from './line-grid.tsx';

const COUNT = 200;
vi.setConfig({ testTimeout: 20_000 });

// Nothing is laid out here: every element is 41 pixels high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(41);
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const idOf = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;

function open() {
  const lines = Array.from({ length: COUNT }, (_, at) => previewLine(aHit(`SKU${at + 1}`, `Thing ${at + 1}`, [[1, '10.00']]), 12, idOf(at + 1)));
  const desk = fakeDesk(anOrder(lines));
  const editor = createOrderEditor({ server: deskServer(createClient(routes, { fetch: desk.fetch }), orderId), storage: memoryStorage(), order: desk.order() });
  const goToAdd = vi.fn();
  const grid = createRef<LineGridHandle>();
  function Grid({ shown }: { shown: OrderEditor }) {
    const state = useSyncExternalStore(shown.subscribe, shown.getState);
    return <LineGrid ref={grid} state={state} goToAdd={goToAdd} />;
  }
  render(
    <DraftProvider
      value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine: () => undefined }}
    >
      <Grid shown={editor} />
    </DraftProvider>,
  );
  const cell = (at: number) => screen.queryByLabelText<HTMLInputElement>(`Line ${at} quantity`);
  return { editor, goToAdd, grid, cell, user: userEvent.setup() };
}

test('only the lines around the window are in the page, and the grid says how many there are', () => {
  const { cell } = open();
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
  expect(cell(1)?.closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('2');
  expect(cell(COUNT)).toBeNull();
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
});

test('a line far away is brought in and edited; arrows and Enter go on from there', async () => {
  const { user, cell, editor, grid, goToAdd } = open();
  grid.current?.goToLine(idOf(COUNT - 1));
  await waitFor(() => expect(document.activeElement).toBe(cell(COUNT - 1)));
  await user.keyboard('24{Enter}');
  expect(editor.getState().shown.lines[COUNT - 2]?.quantity).toBe(24);
  expect(document.activeElement).toBe(cell(COUNT));
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(cell(COUNT - 2));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(goToAdd).toHaveBeenCalledOnce();
});

test('a line is found by its words, the arrow keys go through what is found, Enter goes to work on it', async () => {
  const { user, cell } = open();
  await user.keyboard('{Control>}f{/Control}');
  const field = screen.getByLabelText('Find in this order');
  expect(document.activeElement).toBe(field);
  await user.keyboard('thing 38');
  expect(screen.getByText('1 of 2')).not.toBeNull();
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(cell(138)));
  await user.clear(field);
  await user.type(field, 'nowhere');
  expect(screen.getByText('No line has this')).not.toBeNull();
});

test('what cannot be read stays in the page with its line when the work goes on elsewhere', async () => {
  const { user, cell, grid } = open();
  grid.current?.goToLine(idOf(190));
  await waitFor(() => expect(document.activeElement).toBe(cell(190)));
  await user.keyboard('a few');
  grid.current?.goToLine(idOf(120));
  await waitFor(() => expect(document.activeElement).toBe(cell(120)));
  expect(cell(190)?.value).toBe('a few');
  expect(cell(160)).toBeNull();
});
