// What was acknowledged is there afterwards: the server is stopped, and killed, in the middle of orders.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import WebSocket from 'ws';
import { Server } from './support.mjs';

const symbol = 'SIM-A:BTC-USDT';
const inFlight = 64;
const enough = 1500; // more than a server has in memory of an earlier run: the others are answered from its database
const finals = new Set(['FILLED', 'CANCELED', 'REJECTED']);

// Market orders that fill, by turns bought and sold, and between them orders that rest and are cancelled.
function requestOf(number) {
  const clOrdId = `order-${number}`;
  switch (number % 4) {
    case 1:
      return ['order.place', { symbol, clOrdId, side: 'BUY', ordType: 'LIMIT', orderQty: '0.001', price: '30000.00' }];
    case 3:
      return ['order.cancel', { clOrdId: `order-${number - 2}` }];
    default:
      return ['order.place', { symbol, clOrdId, side: number % 4 ? 'SELL' : 'BUY', ordType: 'MARKET', orderQty: '0.001' }];
  }
}

// Sends orders over /ws, always as many as are not answered yet, until the server goes away; `enough` is called once
// when so many were acknowledged. Gives the newest that was told of each order, by its id.
async function trade(server, token, onEnough) {
  const told = new Map();
  let sent = 0;
  let placed = 0;
  const socket = new WebSocket(`wss://127.0.0.1:${server.port}/ws`, { rejectUnauthorized: false });
  const send = (id, method, params) => socket.send(JSON.stringify({ id, method, params }));
  const keep = (order) => {
    const known = told.get(order.orderId);
    if (!known || Number(order.execId) > Number(known.execId)) {
      told.set(order.orderId, order);
    }
  };
  const next = () => {
    sent += 1;
    send(sent, ...requestOf(sent));
  };
  socket.on('message', (text) => {
    const { id, stream, type, result, error, data } = JSON.parse(text);
    if (stream === 'orders' && type === 'report') {
      keep(data);
    } else if (id === 'subscribed') {
      Array.from({ length: inFlight }, next);
    } else if (id > 0) {
      assert.ok(result?.orderId || id % 4 === 3, JSON.stringify(error)); // a cancel may come before what it cancels is known
      if (result?.orderId) {
        keep(result);
      }
      placed += id % 4 === 3 ? 0 : 1;
      if (placed === enough) {
        onEnough();
      }
      next();
    }
  });
  socket.on('error', () => {});
  await once(socket, 'open');
  send('known', 'AUTH', { token });
  send('subscribed', 'SUBSCRIBE', ['orders']);
  await once(socket, 'close');
  assert.ok(sent > placed, 'it was stopped while requests were on their way');
  return told;
}

// Every order of the account by its pages.
async function listed(server, token) {
  const orders = new Map();
  for (let cursor = ''; cursor !== undefined; ) {
    const page = await server.call('GET', `/api/orders?limit=1000${cursor && `&cursor=${cursor}`}`, { token });
    for (const order of page.orders) {
      assert.ok(!orders.has(order.orderId), `${order.orderId} is listed twice`);
      orders.set(order.orderId, order);
    }
    cursor = page.cursor;
  }
  return orders;
}

// Each order that was told of is there, is no less filled than it was, and what had ended stands as it ended.
function assertKept(told, orders) {
  const isFinal = (order) => finals.has(order.ordStatus);
  const lost = [...told.values()].filter((order) => {
    const kept = orders.get(order.orderId);
    const ended = isFinal(order) && ['ordStatus', 'cumQty', 'avgPx'].some((name) => kept?.[name] !== order[name]);
    return !kept || ended || Number(kept.cumQty) < Number(order.cumQty);
  });
  assert.deepEqual(lost.map((order) => [order, orders.get(order.orderId)]), []);
  assert.ok(told.size >= enough, `${told.size} orders were told of`);
  assert.ok([...told.values()].some((order) => order.ordStatus === 'FILLED'));
}

async function stopInTheMiddle(t, settings, signal) {
  const server = await Server.start({ users: [['trader', 'trader']], settings: { 'serve.rate_limits': 'false', ...settings } });
  t.after(() => server.stop());
  let ended;
  const told = await trade(server, await server.login('trader'), () => (ended = server.end(signal)));
  const how = await ended;
  const trail = await server.verifyAudit();
  await server.begin();
  assertKept(told, await listed(server, await server.login('trader')));
  return { how, trail };
}

for (const acknowledge of ['durable', 'matched']) {
  test(`stopped in the middle of orders it loses nothing, and ends well within five seconds: ${acknowledge}`, { timeout: 70_000 }, async (t) => {
    const { how, trail } = await stopInTheMiddle(t, { 'serve.acknowledge': acknowledge }, 'SIGTERM');
    assert.equal(how.code, 0, String(how.signal));
    assert.ok(how.ms < 5000, `it took ${how.ms} ms`);
    assert.match(trail, /are as they were written/);
  });
}

test('killed in the middle of orders it forgets nothing that was durable when it was told', { timeout: 70_000 }, async (t) => {
  const { how, trail } = await stopInTheMiddle(t, { 'serve.acknowledge': 'durable' }, 'SIGKILL');
  assert.equal(how.signal, 'SIGKILL');
  assert.match(trail, /are as they were written/);
});
