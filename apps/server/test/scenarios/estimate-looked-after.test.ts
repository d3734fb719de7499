// Who is told what a customer does about an estimate: whoever looks after it, and somebody always, also when they have left.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { type Caller, createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let customerId: string;
beforeEach(async () => {
  app = await createTestApp();
  customerId = (await aShop(app)).customerId;
});
afterEach(() => app.close());

const started = async (by: Caller) => (await by.client.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
/** Issues what there is, and answers the token of its link. */
async function issued(by: Caller, id: string): Promise<string> {
  await by.client.issueEstimate({ params: { id }, body: {} });
  return tokenOf((await by.client.copyEstimateLink({ params: { id, revision: 1 } })).url);
}
/** Whom the shop has told, once the customer writes again. */
async function toldOf(id: string, token: string): Promise<readonly string[]> {
  const messages = async () => {
    const { items } = await app.owner.client.listOrderMails({ params: { id } });
    return items.filter(({ template }) => template === 'order_message');
  };
  const before = new Set((await messages()).map((mail) => mail.id));
  await app.anonymous.client.writeEstimateMessage({ params: { token }, body: { text: 'Can it be blue?' } });
  return (await messages()).filter((mail) => !before.has(mail.id)).flatMap(({ recipients }) => recipients);
}

test('whoever started it; once they left, who issued it; then the shop, and nobody who is no longer with it', async () => {
  const [ann, bob] = [await app.person('ann@shop.example', ['sales']), await app.person('bob@shop.example', ['sales'])];
  const id = await started(ann);
  const token = await issued(bob, id);
  expect(await toldOf(id, token)).toEqual(['ann@shop.example']);
  await app.owner.client.removeStaff({ params: { id: ann.staffId } });
  expect(await toldOf(id, token)).toEqual(['bob@shop.example']);
  await app.owner.client.changeStaff({ params: { id: bob.staffId }, body: { active: false } });
  expect(await toldOf(id, token)).toEqual([ownerEmail]);
  await app.owner.client.changeStaff({ params: { id: bob.staffId }, body: { active: true } });
  expect(await toldOf(id, token)).toEqual(['bob@shop.example']);
});

test('an order by a key, which nobody looks after: the address on the shop’s paper, else its owner', async () => {
  const id = await started(app.apiKey);
  const token = await issued(app.apiKey, id);
  expect(await toldOf(id, token)).toEqual([ownerEmail]);
  await app.owner.client.setLetterhead({ body: { email: 'desk@shop.example' } });
  expect(await toldOf(id, token)).toEqual(['desk@shop.example']);
});
