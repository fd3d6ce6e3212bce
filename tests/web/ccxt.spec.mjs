// What npm's ccxt sees of a running server, with nothing changed but its addresses. It checks the server's
// certificate, so the client runs in a process that was told of it: this file again, with QOB_CCXT set.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Server } from './support.mjs';

const self = fileURLToPath(import.meta.url);
const symbol = 'BTC/USDT';

if (process.env.QOB_CCXT) {
  await trade(JSON.parse(process.env.QOB_CCXT));
} else {
  test('npm ccxt trades with nothing but its addresses replaced', { timeout: 110_000 }, serve);
}

async function serve(t) {
  const server = await Server.start({ users: [['trader', 'trader']] });
  t.after(() => server.stop());
  const token = await server.login('trader');
  const key = await server.call('POST', '/api/v1/keys', {
    token,
    fields: { label: 'ccxt', scopes: ['market:read', 'orders:read', 'trade'] },
  });
  const settings = { host: `127.0.0.1:${server.port}`, apiKey: key.id, secret: key.secret };
  const status = await new Promise((resolve, reject) => {
    const client = spawn(process.execPath, [self], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, QOB_CCXT: JSON.stringify(settings), NODE_EXTRA_CA_CERTS: server.certificate },
    });
    client.once('error', reject);
    client.once('exit', resolve);
  });
  assert.equal(status, 0, 'the client found something wrong');
}

// The exchange of the documentation, docs/ccxt.md.
function exchangeAt(ccxt, host, apiKey, secret) {
  const exchange = new ccxt.pro.binance({ apiKey, secret });
  const api = exchange.urls.api;
  for (const [name, url] of Object.entries(api)) {
    if (typeof url === 'string') {
      api[name] = url.replace(/^https:\/\/[^/]+/, `https://${host}`);
    }
  }
  api.ws.spot = `wss://${host}/ws`;
  api.ws['ws-api'].spot = `wss://${host}/ws-api/v3`;
  return exchange;
}

async function trade({ host, apiKey, secret }) {
  const { default: ccxt } = await import('ccxt');
  const exchange = exchangeAt(ccxt, host, apiKey, secret);
  const step = async (name, work) => {
    const begin = Date.now();
    const result = await work();
    console.log(`${name}: ${Date.now() - begin} ms`);
    return result;
  };
  try {
    await step('markets', () => markets(exchange));
    await step('market data', () => marketData(exchange));
    await step('streams', () => streams(exchange));
    await step('orders', () => orders(exchange));
    await step('orders over the stream', () => ordersOverStream(exchange));
    await step('errors', () => errors(ccxt, exchange, host, apiKey));
    process.exitCode = 0;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  await exchange.close();
  setTimeout(() => process.exit(), 500).unref();
}

async function markets(exchange) {
  const all = await exchange.loadMarkets();
  const market = all[symbol];
  assert.equal(market.spot, true);
  assert.equal(market.active, true);
  assert.ok(market.precision.price > 0 && market.precision.amount > 0);
  assert.ok(market.limits.amount.min > 0);
}

async function marketData(exchange) {
  const ticker = await exchange.fetchTicker(symbol);
  assert.ok(ticker.bid < ticker.ask);
  assert.ok(ticker.last > 0);
  const tickers = await exchange.fetchTickers();
  assert.ok(symbol in tickers);
  const book = await exchange.fetchOrderBook(symbol, 10);
  assert.equal(book.bids.length, 10);
  assert.ok(book.bids[0][0] < book.asks[0][0]);
  const trades = await exchange.fetchTrades(symbol, undefined, 20);
  assert.ok(trades.length > 0 && trades.every((trade) => trade.price > 0 && trade.amount > 0));
  const candles = await exchange.fetchOHLCV(symbol, '1m', undefined, 5);
  assert.ok(candles.length > 0);
  for (const [, open, high, low, close] of candles) {
    assert.ok(low <= open && open <= high && low <= close && close <= high);
  }
  assert.ok(Math.abs((await exchange.fetchTime()) - Date.now()) < 5000);
}

async function streams(exchange) {
  // Checked by the library itself: an update that does not follow the one before throws.
  let book;
  for (let i = 0; i < 20; ++i) {
    book = await exchange.watchOrderBook(symbol);
    assert.ok(book.bids[0][0] < book.asks[0][0], `crossed: ${book.bids[0]} ${book.asks[0]}`);
  }
  const trades = await exchange.watchTrades(symbol);
  assert.ok(trades.at(-1).price > 0);
  const ticker = await exchange.watchTicker(symbol);
  assert.ok(ticker.last > 0);
  const mini = await exchange.watchTicker(symbol, { name: 'miniTicker' });
  assert.ok(mini.last > 0);
  const candles = await exchange.watchOHLCV(symbol, '1m');
  assert.ok(candles.at(-1)[4] > 0);
}

async function orders(exchange) {
  const before = await exchange.fetchBalance();
  assert.ok(before.USDT.free > 0);
  const watched = exchange.watchOrders(symbol);
  const balance = exchange.watchBalance();
  const far = exchange.priceToPrecision(symbol, (await exchange.fetchTicker(symbol)).bid * 0.8);
  // The stream of one's own events is there once its request is answered.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const placed = await exchange.createOrder(symbol, 'limit', 'buy', 0.01, Number(far));
  assert.equal(placed.status, 'open');
  assert.equal(placed.remaining, 0.01);
  const [seen] = await watched;
  assert.equal(seen.id, placed.id);
  assert.equal(seen.status, 'open');
  const held = await balance;
  assert.ok(held.USDT.used > 0);
  assert.equal((await exchange.fetchOrder(placed.id, symbol)).clientOrderId, placed.clientOrderId);
  assert.deepEqual((await exchange.fetchOpenOrders(symbol)).map((order) => order.id), [placed.id]);

  const edited = await exchange.editOrder(placed.id, symbol, 'limit', 'buy', 0.02, Number(far));
  assert.notEqual(edited.id, placed.id);
  assert.equal((await exchange.fetchOrder(placed.id, symbol)).status, 'canceled');
  const canceled = await exchange.cancelOrder(edited.id, symbol);
  assert.equal(canceled.status, 'canceled');
  assert.equal(canceled.id, edited.id);

  const fills = exchange.watchMyTrades(symbol);
  const bought = await exchange.createOrder(symbol, 'market', 'buy', 0.01);
  assert.equal(bought.status, 'closed');
  assert.equal(bought.filled, 0.01);
  assert.ok(bought.trades.length > 0);
  assert.equal((await fills).at(-1).order, bought.id);
  const own = await exchange.fetchMyTrades(symbol);
  assert.equal(own.at(-1).order, bought.id);
  assert.ok(own.at(-1).fee.cost > 0);
  const spent = await exchange.createOrder(symbol, 'market', 'buy', 0.01, undefined, { cost: 500 });
  assert.ok(spent.cost > 0 && spent.cost <= 505, `cost ${spent.cost}`);

  const maker = await exchange.createOrder(symbol, 'limit', 'buy', 0.01, Number(far), { postOnly: true });
  assert.equal((await exchange.fetchOrder(maker.id, symbol)).postOnly, true);
  const stop = await exchange.createOrder(symbol, 'limit', 'sell', 0.01, Number(far), { stopLossPrice: Number(far) });
  assert.equal((await exchange.fetchOrder(stop.id, symbol)).triggerPrice, Number(far));
  const all = await exchange.cancelAllOrders(symbol);
  assert.equal(all.length, 2);
  assert.equal((await exchange.fetchOpenOrders(symbol)).length, 0);
  assert.ok((await exchange.fetchOrders(symbol)).length >= 5);
}

async function ordersOverStream(exchange) {
  const far = exchange.priceToPrecision(symbol, (await exchange.fetchTicker(symbol)).bid * 0.8);
  const placed = await exchange.createOrderWs(symbol, 'limit', 'buy', 0.01, Number(far));
  assert.equal(placed.status, 'open');
  assert.equal((await exchange.fetchOrderWs(placed.id, symbol)).id, placed.id);
  assert.equal((await exchange.fetchOpenOrdersWs(symbol)).length, 1);
  // This version of the library does not read the spot balances of this answer, only passes them on.
  const { balances } = (await exchange.fetchBalanceWs()).info;
  assert.ok(Number(balances.find((balance) => balance.asset === 'USDT').locked) > 0);
  assert.equal((await exchange.cancelOrderWs(placed.id, symbol)).status, 'canceled');
  assert.ok((await exchange.fetchMyTradesWs(symbol)).length > 0);
}

async function errors(ccxt, exchange, host, apiKey) {
  const far = Number(exchange.priceToPrecision(symbol, (await exchange.fetchTicker(symbol)).bid * 0.8));
  const near = Number(exchange.priceToPrecision(symbol, (await exchange.fetchTicker(symbol)).ask * 1.02));
  await assert.rejects(exchange.createOrder(symbol, 'limit', 'buy', 40, far), ccxt.InsufficientFunds);
  await assert.rejects(
    exchange.createOrder(symbol, 'limit', 'buy', 0.01, near, { postOnly: true }),
    ccxt.OrderImmediatelyFillable,
  );
  await assert.rejects(exchange.fetchOrder('123456', symbol), ccxt.OrderNotFound);
  await assert.rejects(exchange.cancelOrder('123456', symbol), ccxt.OrderNotFound);
  await assert.rejects(exchange.publicGetDepth({ symbol: 'NOPEUSDT' }), ccxt.BadSymbol);
  const wrong = exchangeAt(ccxt, host, apiKey, 'not the secret');
  await assert.rejects(wrong.fetchOpenOrders(symbol), ccxt.AuthenticationError);
  await wrong.close();
}
