// Saved carts, both ways: staff save a draft for the customer, the customer saves a cart that staff see.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
const { client: dana } = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');
const add = (sku: string, quantity: number) => dana.addCartLines({ body: { lines: [{ variantId: shop.variants[sku] ?? '', quantity }] } });

/** A draft with an agreed price, a line of its own and an internal note, saved as a cart for Dana. */
async function aCartFromStaff(name?: string) {
  const draft = await desk.createOrder({
    body: {
      customerId: shop.customerId,
      lines: [
        { sku: 'TEE-M', quantity: 10, noteInternal: 'margin is thin' },
        { sku: 'MUG', quantity: 4 },
        { custom: { name: 'Artwork', unitPrice: '35', quantity: 1 } },
      ],
    },
  });
  const tee = draft.lines[0]?.id ?? '';
  await desk.changeLine({ params: { id: draft.id, lineId: tee }, body: { override: { unitPrice: '8', reason: 'Promised by Ana' } } });
  await desk.saveAsCart({ params: { id: draft.id }, body: name === undefined ? {} : { name } });
  return { id: draft.id, tee, mug: draft.lines[1]?.id ?? '' };
}

test('a draft saved by staff is in the customer’s list, without what staff keep', async () => {
  const { id } = await aCartFromStaff('Spring');
  const { items } = await dana.listSavedCarts({});
  expect(items.map((item) => [item.id, item.name, item.lineCount])).toContainEqual([id, 'Spring', 3]);
  const cart = await dana.getSavedCart({ params: { id } });
  expect(cart.lines.map(({ agreedUnitPrice, mayChange }) => [agreedUnitPrice, mayChange])).toEqual([
    ['8', false],
    [null, true],
    [null, false],
  ]);
  expect(JSON.stringify(cart)).not.toContain('margin is thin');
  expect(JSON.stringify(cart)).not.toContain('Promised by Ana');
});

test('a line with an agreed price is kept or removed, the others are the customer’s', async () => {
  const { id, tee, mug } = await aCartFromStaff();
  const line = (lineId: string) => ({ params: { id, lineId } });
  expect(await dana.changeSavedLine({ ...line(tee), body: { quantity: 1 } }).catch(codeOf)).toBe('line.price_agreed');
  const changed = await dana.changeSavedLine({ ...line(mug), body: { quantity: 6 } });
  expect(changed.lines.map(({ quantity }) => quantity)).toEqual([10, 6, 1]);
  expect((await desk.getOrder({ params: { id } })).lines.map(({ quantity }) => quantity)).toEqual([10, 6, 1]);
  const removed = await dana.removeSavedLine(line(tee));
  expect(removed.lines.map(({ name }) => name)).toEqual(['Mug 11 oz', 'Artwork']);
});

test('a line that was taken out comes back as it was, with its agreed price; nothing else is undone by it', async () => {
  const { id, tee, mug } = await aCartFromStaff();
  const out = await dana.removeSavedLine({ params: { id, lineId: tee } });
  await dana.changeSavedLine({ params: { id, lineId: mug }, body: { quantity: 6 } });
  const undo = (version: number) => dana.undoSavedRemoval({ params: { id }, body: { version } });
  const back = await undo(out.version);
  expect(back.lines.map((line) => [line.id, line.agreedUnitPrice, line.quantity])).toEqual([
    [tee, '8', 10],
    [mug, null, 6],
    [expect.any(String), null, 1],
  ]);
  expect(await undo(out.version).catch(codeOf)).toBe('conflict');
  // A change that is no removal, and a removal by staff.
  expect(await undo(out.version + 1).catch(codeOf)).toBe('not_found');
  await desk.removeLine({ params: { id, lineId: mug }, query: {} });
  expect(await undo((await dana.getSavedCart({ params: { id } })).version).catch(codeOf)).toBe('not_found');
  expect((await desk.getHistory({ params: { id } })).items.some(({ sentence }) => sentence.startsWith('Undid: '))).toBe(true);

  await dana.activateSavedCart({ params: { id } });
  const { cart } = await dana.removeCartLine({ params: { lineId: tee } });
  const again = await dana.undoCartRemoval({ body: { version: cart?.version ?? 0 } });
  expect(again.cart?.lines.find((line) => line.id === tee)?.agreedUnitPrice).toBe('8');
  await dana.saveCart({ body: {} });
});

test('the quantity of an agreed line moves within the bounds that staff gave', async () => {
  const { id, tee } = await aCartFromStaff();
  await desk.changeLine({ params: { id, lineId: tee }, body: { quantityBounds: { minimum: 8, maximum: 12 } } });
  const changed = (quantity: number) => dana.changeSavedLine({ params: { id, lineId: tee }, body: { quantity } });
  expect(await changed(7).catch(codeOf)).toBe('line.quantity_out_of_range');
  expect(await changed(13).catch(codeOf)).toBe('line.quantity_out_of_range');
  expect((await changed(12)).lines[0]).toMatchObject({ quantity: 12, agreedUnitPrice: '8', total: { amount: 9600 } });
});

test('activating replaces the cart; what was in it is there as “Replaced on …”, and is the way back', async () => {
  await add('PEN', 100);
  const { id } = await aCartFromStaff();
  const { cart, replaced } = await dana.activateSavedCart({ params: { id } });
  expect([cart.id, cart.stage, cart.lines.map(({ agreedUnitPrice }) => agreedUnitPrice)]).toEqual([id, 'cart', ['8', null, null]]);
  expect(replaced?.name).toBe('Replaced on Nov 23');
  // Staff find it among the saved carts, as being in the cart.
  const listed = await desk.listOrders({ query: { stage: 'saved_cart,cart', numbered: 'true' } });
  expect(listed.items.find((item) => item.id === id)?.stage).toBe('cart');
  expect(await desk.takeBack({ params: { id } }).catch(codeOf)).toBe('order.no_such_transition');
  const back = await dana.activateSavedCart({ params: { id: replaced?.id ?? '' } });
  expect(back.cart.lines.map(({ sku }) => sku)).toEqual(['PEN']);
  expect(back.replaced?.id).toBe(id);
});

test('copying adds at the prices of today and says what did not travel', async () => {
  const { id } = await aCartFromStaff();
  const before = (await dana.getCart({})).cart?.lines.length ?? 0;
  const { cart, left } = await dana.copySavedCart({ params: { id } });
  expect(left).toEqual([
    { label: 'TEE-M', why: 'agreed_price' },
    { label: 'Artwork', why: 'custom_line' },
  ]);
  expect(cart.lines.length).toBe(before + 2);
  expect(cart.lines.find(({ sku }) => sku === 'TEE-M')).toMatchObject({ agreedUnitPrice: null, unitPrice: '10', quantity: 10, mayChange: true });
  expect((await dana.getSavedCart({ params: { id } })).stage).toBe('saved_cart');
});

test('what the customer saves, named or not, is edited and taken back on the desk', async () => {
  await add('MUG', 2);
  const saved = await dana.saveCart({ body: {} });
  expect([saved.name, await dana.getCart({})]).toEqual(['', { cart: null }]);
  const onDesk = await desk.getOrder({ params: { id: saved.id } });
  expect([onDesk.stage, typeof onDesk.number]).toEqual(['saved_cart', 'number']);
  await desk.addLines({ params: { id: saved.id }, body: { sku: 'TEE-L', quantity: 1 } });
  expect((await dana.getSavedCart({ params: { id: saved.id } })).lines.map(({ sku }) => sku)).toContain('TEE-L');
  await desk.takeBack({ params: { id: saved.id } });
  // A draft of staff's is not the customer's to see or change.
  expect(await dana.getSavedCart({ params: { id: saved.id } }).catch(codeOf)).toBe('not_found');
  expect(await dana.activateSavedCart({ params: { id: saved.id } }).catch(codeOf)).toBe('not_found');
});

test('an empty cart cannot be saved; a saved one can be deleted', async () => {
  expect(await dana.saveCart({ body: { name: 'Nothing' } }).catch(codeOf)).toBe('not_found');
  await add('MUG', 1);
  const saved = await dana.saveCart({ body: { name: 'Mugs' } });
  expect((await dana.renameSavedCart({ params: { id: saved.id }, body: { name: 'More mugs' } })).name).toBe('More mugs');
  await dana.deleteSavedCart({ params: { id: saved.id } });
  expect((await dana.listSavedCarts({})).items.map(({ id }) => id)).not.toContain(saved.id);
});

test('an estimate is the customer’s once it was sent', async () => {
  const draft = await desk.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await desk.issueEstimate({ params: { id: draft.id }, body: {} });
  expect((await dana.listSiteEstimates({})).items).toEqual([]);
  expect(await dana.openSiteEstimate({ params: { id: draft.id } }).catch(codeOf)).toBe('not_found');
  await desk.sendEstimate({ params: { id: draft.id, revision: 1 }, body: { email: 'dana@acme.example' } });
  expect((await dana.listSiteEstimates({})).items.map(({ id, estimate }) => [id, estimate?.revision, estimate?.status])).toEqual([[draft.id, 1, 'open']]);
  // What staff go on with moves neither its sum nor what that leaves out.
  await desk.setShipping({
    params: { id: draft.id },
    body: { address: { line1: '1 Main St', city: 'New York', region: 'NY', postcode: '10001', country: 'US' } },
  });
  await desk.addLines({ params: { id: draft.id }, body: { sku: 'MUG', quantity: 4 } });
  const [shown] = (await dana.listSiteEstimates({})).items;
  expect([shown?.total.amount, shown?.open]).toEqual([1800, ['shipping', 'tax']]);
  const { url } = await dana.openSiteEstimate({ params: { id: draft.id } });
  const page = await app.fetch(`/api/estimates/v1/${url.split('/e/')[1]}`);
  expect(page.status).toBe(200);
});
