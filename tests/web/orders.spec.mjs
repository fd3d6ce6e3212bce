// Orders that a running server no longer has in memory are answered from its database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from './support.mjs';

const symbol = 'SIM-A:BTC-USDT';
const count = 130;

async function place(server, token, clOrdId) {
  const fields = { symbol, side: 'BUY', ordType: 'MARKET', orderQty: '0.001', clOrdId };
  return server.call('POST', '/api/v1/order', { token, fields });
}

// Every order by its pages.
async function listed(server, token, limit) {
  const ids = [];
  for (let cursor = ''; cursor !== undefined; ) {
    const page = await server.call('GET', `/api/orders?limit=${limit}${cursor && `&cursor=${cursor}`}`, { token });
    ids.push(...page.orders.map((order) => order.orderId));
    cursor = page.cursor;
  }
  return ids;
}

test('orders of the past', { timeout: 110_000 }, async (t) => {
  const server = await Server.start({
    users: [['trader', 'trader']],
    settings: { 'account.orders_kept': '100', 'serve.rate_limits': 'false' },
  });
  t.after(() => server.stop());
  const token = await server.login('trader');
  const placed = [];
  for (let i = 0; i < count; ++i) {
    placed.push(await place(server, token, `mine-${i}`));
  }
  const newestFirst = placed.map((order) => order.orderId).reverse();

  await t.test('one by its id and by its name, as it was', async () => {
    for (const path of [`/api/orders/${placed[0].orderId}`, '/api/v1/order?clOrdId=mine-0']) {
      const order = await server.call('GET', path, { token });
      for (const name of ['orderId', 'clOrdId', 'ordStatus', 'side', 'ordType', 'orderQty', 'cumQty', 'avgPx', 'symbol', 'venue']) {
        assert.equal(order[name], placed[0][name], `${path}: ${name}`);
      }
    }
    await assert.rejects(() => server.call('GET', '/api/orders/mine-never', { token }), /OrderUnknown/);
  });

  await t.test('all of them in pages, none twice', async () => {
    for (const limit of [7, 100, 1000]) {
      assert.deepEqual(await listed(server, token, limit), newestFirst, `pages of ${limit}`);
    }
    assert.deepEqual((await server.call('GET', '/api/orders?status=CANCELED&limit=1000', { token })).orders, []);
  });

  await t.test("another's are nobody's business", async () => {
    await assert.rejects(() => server.call('GET', `/api/orders/${placed[0].orderId}`), /AuthRequired/);
  });

  await t.test('a name of the newest makes no second order', async () => {
    const again = await place(server, token, `mine-${count - 1}`);
    assert.equal(again.orderId, placed.at(-1).orderId);
  });
});
