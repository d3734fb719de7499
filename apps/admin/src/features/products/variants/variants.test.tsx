import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../../test/a-product.ts';
import { type Answer, type Asked, answering } from '../../../../test/answering.tsx';
import { renderRouted } from '../../../../test/on-page.tsx';
import { VariantsSection } from './variants-section.tsx';

vi.setConfig({ testTimeout: 60_000 });

const other = '01900000-0000-7000-8000-0000000000ff';

function aVariant(at: number, options: Variant['options'], more: Partial<Variant> = {}): Variant {
  const values = options.map(({ value }) => value);
  return {
    id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    version: 1,
    sku: ['TEE', ...values.map((value) => value.toUpperCase())].join('-'),
    options,
    title: values.join(' · '),
    published: true,
    imageUrl: null,
    weightGrams: 200,
    ships: true,
    taxCategory: 'standard',
    priceTable: { source: 'list', label: 'List', breaks: [{ quantity: 1, extendedPrice: '9.50' }] },
    stock: { tracked: true, onHand: 5, reserved: 0, available: 5, backorder: true, incoming: null },
    quantityRule: { increment: null, maximum: null },
    unit: null,
    breakGroup: null,
    charges: [],
    parts: [],
    ...more,
  };
}

function aTee(sizes: readonly string[], colours: readonly string[]): Product {
  const pairs = sizes.flatMap((size) => colours.map((colour) => [size, colour] as const));
  const variants = pairs.map(([size, colour], at) =>
    aVariant(at + 1, [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ]),
  );
  const options = [
    { name: 'Size', values: [...sizes] },
    { name: 'Colour', values: [...colours] },
  ];
  return { ...aProduct, code: 'TEE', name: 'Heavy tee', options, variants };
}

const tee = aTee(['S', 'M'], ['Red', 'Blue']);
const refused = (code: string, status: number, more: object = {}): Answer => ({
  status,
  body: { type: 'x', title: 'Not so.', status, code, requestId: 'r', ...more },
});

let onDeleteProduct: ReturnType<typeof vi.fn<() => void>>;
beforeEach(() => {
  onDeleteProduct = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The section of a product, with what is asked of the server. */
async function show(product: Product, answer: (asked: Asked) => Answer = () => ({ body: product })): Promise<readonly Asked[]> {
  const asked = answering((request) => (request.method === 'GET' ? { body: product } : answer(request)));
  renderRouted(<VariantsSection product={product} mayWrite onDeleteProduct={onDeleteProduct} />);
  await screen.findByRole('table', { name: 'Variants' });
  return asked;
}
const writes = (asked: readonly Asked[]) => asked.filter(({ method }) => method !== 'GET');
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
/** New sizes, and Enter. */
function typeNew(text: string) {
  const size = screen.getByLabelText('New in Size');
  fireEvent.change(size, { target: { value: text } });
  fireEvent.keyDown(size, { key: 'Enter' });
}
const fill = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

test('a new size is offered in every colour, with SKU, price and stock policy as its sisters; what is unticked is not made', async () => {
  const asked = await show(tee);
  press('Add variants');
  screen.getByText('All combinations of these values are there. Type a new value.');
  typeNew('XXL, 3XL');
  const rows = within(screen.getByRole('table', { name: 'Variants to be made' }));
  expect(rows.getAllByRole<HTMLInputElement>('textbox', { name: /^SKU of/ }).map(({ value }) => value)).toEqual([
    'TEE-XXL-RED',
    'TEE-XXL-BLUE',
    'TEE-3XL-RED',
    'TEE-3XL-BLUE',
  ]);
  fireEvent.click(rows.getByRole('checkbox', { name: 'Make 3XL · Red' }));
  fill('List price of XXL · Blue', '11');
  fill('In stock of XXL · Blue', '40');
  press('Add 3 variants');
  await vi.waitFor(() => expect(writes(asked)).toHaveLength(1));
  const made = { weightGrams: 200, ships: true, unit: null, quantityIncrement: null, maxQuantity: null };
  const variant = (size: string, colour: string, price: string, onHand: number) => ({
    ...made,
    sku: `TEE-${size}-${colour.toUpperCase()}`,
    options: [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ],
    prices: [{ quantity: 1, extendedPrice: price }],
    stock: { tracked: true, onHand, backorder: true },
  });
  expect(writes(asked)[0]).toEqual({
    method: 'POST',
    path: `/api/v1/products/${tee.id}/variants`,
    body: { basedOn: 3, variants: [variant('XXL', 'Red', '9.50', 0), variant('XXL', 'Blue', '11', 40), variant('3XL', 'Blue', '9.50', 0)] },
  });
});

test('combinations that are missing among the values there are come when they are asked for', async () => {
  await show({ ...tee, variants: tee.variants.slice(1) });
  press('Add variants');
  expect(screen.queryByRole('table', { name: 'Variants to be made' })).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Also the combination of these values that is missing' }));
  expect(field('SKU of S · Red').value).toBe('TEE-S-RED');
  // One single variant: the other values are left out.
  typeNew('L');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Blue' }));
  expect(screen.getAllByRole('textbox', { name: /^SKU of . ·/ }).map((each) => each.getAttribute('aria-label') ?? (each as HTMLInputElement).value)).toEqual([
    'TEE-S-RED',
    'TEE-L-RED',
  ]);
});

test('a SKU that is empty or taken is said at its row, names and links who has it, and nothing typed is lost', async () => {
  const asked = await show(tee, () =>
    refused('variant.sku_taken', 409, {
      detail: { sku: 'POLO-1', productId: other, productName: 'Polo' },
      errors: [{ pointer: '/variants/0/sku', message: 'is the SKU of Polo' }],
    }),
  );
  press('Add variants');
  typeNew('XXL');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Make XXL · Red' }));
  fill('SKU of XXL · Blue', ' ');
  press('Add 1 variant');
  await screen.findByText('Enter a SKU.');
  expect(writes(asked)).toEqual([]);
  fill('SKU of XXL · Blue', 'POLO-1');
  press('Add 1 variant');
  const link = await screen.findByRole('link', { name: 'Polo' });
  expect(link.getAttribute('href')).toContain(`/products/${other}`);
  screen.getByText('is the SKU of Polo');
  expect(field('SKU of XXL · Blue').value).toBe('POLO-1');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Make XXL · Red' }).checked).toBe(false);
});

test('more combinations than can be looked through, or than a product has, are said and not drawn', async () => {
  await show(tee);
  press('Add variants');
  typeNew(Array.from({ length: 500 }, (_, at) => `L${at}`).join(','));
  await screen.findByText('That would be 1,000 variants at once; 500 are possible. Choose fewer values.');
  expect(screen.queryByRole('table', { name: 'Variants to be made' })).toBeNull();
});

test('values and options are renamed and put in order by key; a name that is missing is said at its field', async () => {
  const asked = await show(tee);
  press('Edit options');
  const values = within(screen.getByRole('list', { name: 'Values of Size' }));
  const first = () => values.getAllByRole('textbox')[0] as HTMLInputElement;
  fireEvent.change(first(), { target: { value: '' } });
  press('Save');
  await screen.findByText('Needed');
  expect(writes(asked)).toEqual([]);
  fireEvent.change(first(), { target: { value: 'Small' } });
  fireEvent.keyDown(first(), { key: 'ArrowDown', altKey: true });
  // Alt and an arrow in the name of an option move the option, not its values; so do arrows on its handle.
  const size = screen.getAllByRole('textbox', { name: 'Option' })[0] as HTMLInputElement;
  fireEvent.keyDown(size, { key: 'ArrowUp', altKey: true });
  fireEvent.keyDown(screen.getByRole('button', { name: 'Move Size: drag, or press the arrow keys' }), { key: 'ArrowDown' });
  expect(
    within(screen.getByRole('list', { name: 'Options in their order' }))
      .getAllByRole<HTMLInputElement>('textbox', { name: 'Option' })
      .map(({ value }) => value),
  ).toEqual(['Colour', 'Size']);
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Move Size/));
  press('Save');
  await vi.waitFor(() => expect(writes(asked)).toHaveLength(1));
  const same = (name: string) => ({ from: name, name });
  expect(writes(asked)[0]).toMatchObject({
    method: 'PUT',
    path: `/api/v1/products/${tee.id}/options`,
    body: {
      basedOn: 3,
      options: [
        { ...same('Colour'), values: [same('Red'), same('Blue')] },
        { ...same('Size'), values: [same('M'), { from: 'S', name: 'Small' }] },
      ],
    },
  });
});

test('of a product without options it is said first what they differ in, then the others are added', async () => {
  const mug: Product = { ...aProduct, variants: [aVariant(1, [], { sku: 'MUG' })] };
  const withSize = { ...mug, options: [{ name: 'Size', values: ['11 oz'] }], variants: [aVariant(1, [{ name: 'Size', value: '11 oz' }], { sku: 'MUG' })] };
  const asked = await show(mug, () => ({ body: withSize }));
  press('Add variants');
  fill('Option', 'Size');
  fill('Value of the variant that is there', '11 oz');
  press('Save and add variants');
  await screen.findByRole('dialog', { name: 'Add variants of Mug 11 oz' });
  expect(writes(asked)[0]?.body).toEqual({ basedOn: 3, options: [{ name: 'Size', values: [{ name: '11 oz' }] }] });
});

test('a cell is changed in place: Enter saves and goes down, Escape gives back, arrows move, what is refused stays and says why', async () => {
  const user = userEvent.setup();
  const asked = await show(tee, ({ body }) =>
    (body as { sku?: string }).sku === 'POLO-1'
      ? refused('variant.sku_taken', 409, { detail: { sku: 'POLO-1', productId: other, productName: 'Polo' } })
      : { body: { ...tee, variants: tee.variants.map((variant, at) => (at === 0 ? { ...variant, version: 2, sku: 'TEE-NEW' } : variant)) } },
  );
  const sku = field('SKU of TEE-S-RED');
  await user.clear(sku);
  await user.type(sku, 'X{Escape}');
  expect(sku.value).toBe('TEE-S-RED');
  await user.clear(sku);
  await user.type(sku, '{Enter}');
  screen.getByText('Enter a SKU.');
  expect([document.activeElement, writes(asked).length]).toEqual([sku, 0]);
  await user.type(sku, 'POLO-1{Enter}');
  expect(document.activeElement).toBe(field('SKU of TEE-S-BLUE'));
  expect((await screen.findByRole('link', { name: 'Polo' })).getAttribute('href')).toContain(other);
  expect(sku.value).toBe('POLO-1');
  await user.clear(sku);
  await user.type(sku, 'TEE-NEW{Enter}');
  await vi.waitFor(() => expect(screen.queryByRole('link', { name: 'Polo' })).toBeNull());
  expect(writes(asked).at(-1)).toMatchObject({ method: 'PATCH', path: `/api/v1/variants/${tee.variants[0]?.id}`, body: { basedOn: 1, sku: 'TEE-NEW' } });

  const price = field('List price of TEE-M-RED');
  price.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(field('List price of TEE-M-BLUE'));
  await user.keyboard('{ArrowUp}');
  await user.clear(price);
  await user.type(price, 'free{Enter}');
  screen.getByText('Enter a price, such as 8.50.');
  await user.clear(price);
  await user.type(price, '12.5');
  await user.tab();
  await vi.waitFor(() => expect(writes(asked).at(-1)?.body).toEqual({ basedOn: 1, prices: [{ quantity: 1, extendedPrice: '12.5' }] }));
  const stock = field('In stock of TEE-M-RED');
  await user.clear(stock);
  await user.type(stock, '80{Enter}');
  await vi.waitFor(() => expect(writes(asked).at(-1)?.body).toEqual({ basedOn: 1, stock: { tracked: true, onHand: 80, backorder: true } }));
});

test('who meets a change of another person is told by whom, and the next Enter is made on what is there by then', async () => {
  const user = userEvent.setup();
  const conflict = { pointer: '/sku', value: 'TEE-ANA', version: 2, by: 'Ana', at: '2026-11-23T10:00:00Z' };
  await show(tee, () => refused('conflict', 409, { conflicts: [conflict] }));
  const sku = field('SKU of TEE-S-RED');
  await user.clear(sku);
  await user.type(sku, 'MINE{Enter}');
  await screen.findByText(/^Ana changed this meanwhile/);
  expect(sku.value).toBe('MINE');
});

test('variants are picked and deleted after a question, and Undo brings them back', async () => {
  const asked = await show(tee, ({ path }) => ({ body: path.endsWith('/delete') ? { ...tee, variants: tee.variants.slice(2) } : tee }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select TEE-S-RED' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select TEE-S-BLUE' }));
  press('Delete');
  const dialog = within(screen.getByRole('dialog', { name: 'Delete 2 variants?' }));
  dialog.getByText(/open drafts say at the line that it is no longer sold/);
  expect(writes(asked)).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));
  const variantIds = tee.variants.slice(0, 2).map(({ id }) => id);
  await screen.findByText('2 variants are deleted.');
  expect(writes(asked)[0]).toMatchObject({ method: 'POST', path: `/api/v1/products/${tee.id}/variants/delete`, body: { variantIds } });
  press('Undo');
  await vi.waitFor(() => expect(writes(asked)[1]).toMatchObject({ path: `/api/v1/products/${tee.id}/variants/restore`, body: { variantIds } }));
});

test('the last variant is not deleted: what to do instead is said, with the way there', async () => {
  const asked = await show({ ...tee, variants: tee.variants.slice(0, 1) });
  press(/^Edit ?TEE/);
  press('Delete variant');
  const dialog = within(screen.getByRole('dialog', { name: 'A product keeps at least one variant' }));
  dialog.getByText(/take the product off sale under Edit, or delete the product/);
  fireEvent.click(dialog.getByRole('button', { name: 'Delete product' }));
  expect([onDeleteProduct.mock.calls.length, writes(asked).length]).toEqual([1, 0]);
});

test('among many one is found by words of its options or SKU', async () => {
  await show(aTee(['S', 'M', 'L', 'XL', 'XXL'], ['Red', 'Blue', 'Green', 'Navy', 'Black']));
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a variant' }), { target: { value: 'navy xx' } });
  expect(screen.getAllByRole('checkbox', { name: /^Select TEE/ })).toHaveLength(1);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a variant' }), { target: { value: 'pink' } });
  screen.getByText('No variant has this in its options or SKU.');
});

test('who may only read has no fields', async () => {
  answering(() => ({ body: tee }));
  renderRouted(<VariantsSection product={tee} mayWrite={false} onDeleteProduct={onDeleteProduct} />);
  const table = within(await screen.findByRole('table', { name: 'Variants' }));
  expect([table.queryAllByRole('textbox'), table.queryAllByRole('checkbox'), screen.queryAllByRole('button')]).toEqual([[], [], []]);
  expect(table.getAllByText('TEE-S-RED')).not.toEqual([]);
});
