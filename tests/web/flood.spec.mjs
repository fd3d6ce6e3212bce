// The orders view beside a program that trades all day: it stays as small and as quick as it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, logIn, openWindow } from './browser.mjs';
import { password, Server } from './support.mjs';

let server;
let browser;
let page;
let stream; // the server's side of the page's stream, in the hand of the test

before(async () => {
  server = await Server.start();
  browser = await launchBrowser();
  ({ page } = await openWindow(browser, server));
  await page.routeWebSocket('**/ws', (socket) => {
    stream = socket;
    socket.onMessage((text) => socket.send(JSON.stringify({ id: JSON.parse(text).id, result: 'told' })));
  });
  await logIn(page, 'admin', password);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Orders' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const order = (number, ordStatus) => ({
  orderId: String(number), clOrdId: `name-${number}`, symbol: 'BTC-USDT', venue: 'SIM-A', side: 'BUY', ordType: 'LIMIT', timeInForce: 'GTC',
  price: '100.00', orderQty: '1', cumQty: '0', ordStatus, transactTime: 1_700_000_000_000 + number,
});
const tell = (type, data, of = 'orders') => stream.send(JSON.stringify({ stream: of, type, data }));

// The numbers in a table, from above.
const numbers = (name) => page.getByRole('table', { name, exact: true }).locator('tbody tr td:first-child').allInnerTexts();
const shows = (name, number, limits) => page.getByRole('table', { name, exact: true }).getByRole('cell', { name: String(number), exact: true }).waitFor(limits);

test('what works is the newest first, and what ended last is above', async () => {
  tell('snapshot', [order(7, 'NEW'), order(9, 'NEW'), order(8, 'PARTIALLY_FILLED')]);
  tell('report', order(10, 'NEW'));
  await shows('Working orders', 10);
  assert.deepEqual(await numbers('Working orders'), ['10', '9', '8', '7']);
  tell('report', order(9, 'FILLED'));
  tell('report', order(7, 'CANCELED'));
  await shows('Ended orders', 7);
  assert.deepEqual(await numbers('Working orders'), ['10', '8']);
  assert.deepEqual(await numbers('Ended orders'), ['7', '9']);
});

test('a snapshot says anew what works, and what has ended stays', async () => {
  tell('snapshot', [order(8, 'NEW'), order(11, 'NEW')]);
  await shows('Working orders', 11);
  assert.deepEqual(await numbers('Working orders'), ['11', '8']);
  assert.deepEqual(await numbers('Ended orders'), ['7', '9']);
});

test('each refusal at the door is shown, though none has a number', async () => {
  tell('report', { ...order(0, 'REJECTED'), clOrdId: 'first' });
  tell('report', { ...order(0, 'REJECTED'), clOrdId: 'second' });
  await page.waitForFunction(() => document.querySelectorAll('table[aria-label="Ended orders"] tbody tr').length === 4);
});

test('three thousand orders that ended leave fifty, and are drawn once a frame at most', async () => {
  const count = 3_000;
  await page.evaluate(() => {
    const view = document.querySelector('qob-orders');
    const { update } = view;
    globalThis.drawn = 0;
    globalThis.frames = 0;
    view.update = function (changed) {
      globalThis.drawn += 1;
      update.call(this, changed);
    };
    requestAnimationFrame(function frame() {
      globalThis.frames += 1;
      requestAnimationFrame(frame);
    });
  });
  for (let number = 100; number < 100 + count; ++number) {
    tell('report', order(number, number % 2 ? 'FILLED' : 'CANCELED'));
  }
  await shows('Ended orders', 99 + count, { timeout: 90_000 });
  assert.equal((await numbers('Ended orders')).length, 50);
  assert.deepEqual(await numbers('Working orders'), ['11', '8']);
  const { kept, drawn, frames } = await page.evaluate(() => {
    const { working, ended } = document.querySelector('qob-orders');
    return { kept: working?.size + ended?.length, drawn: globalThis.drawn, frames: globalThis.frames };
  });
  assert.ok(drawn <= frames + 1, `${drawn} times in ${frames} frames`);
  assert.equal(kept, 2 + 50);
});

test('of many that work the newest are shown, and how many there are', async () => {
  tell('snapshot', Array.from({ length: 500 }, (_, at) => order(at + 1, 'NEW')));
  await page.getByRole('heading', { name: /: the newest 200 of 500$/ }).waitFor();
  const shown = await numbers('Working orders');
  assert.deepEqual([shown.length, shown[0], shown.at(-1)], [200, '500', '301']);
});
