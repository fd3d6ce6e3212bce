// A server that says nothing any more, while its connections stay open: the page has to find out by itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, logIn, openWindow } from './browser.mjs';
import { password, Server } from './support.mjs';

const unanswered = { timeout: 15_000 };
const silent = { timeout: 45_000 };

let server;
let browser;

before(async () => {
  server = await Server.start();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openLoggedIn() {
  const { page } = await openWindow(browser, server);
  await logIn(page, 'admin', password);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  return page;
}

const header = (page) => page.locator('header .health');
const show = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

// The colours of the lamps in the view, without those that say "bad".
const colours = (page) => page.locator('main .lamp:not(.bad) i').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).backgroundColor))]);

test('a question that is never answered makes the server unreachable', { timeout: 60_000 }, async () => {
  const page = await openLoggedIn();
  await header(page).getByText('Up', { exact: true }).waitFor();
  const [good] = await colours(page);
  await page.route('**/health', () => {});
  await header(page).getByText(/^Unreachable since \d\d:\d\d:\d\d$/).waitFor(unanswered);
  assert.ok(!(await colours(page)).includes(good), 'no lamp shines on what may be so no longer');
  await page.setViewportSize({ width: 390, height: 844 });
  assert.ok(await header(page).isVisible(), 'a phone shows it as well');
  await page.unroute('**/health');
  await header(page).getByText('Up', { exact: true }).waitFor({ state: 'attached' });
  assert.ok((await colours(page)).includes(good));
  await page.context().close();
});

test('a renewal of the login that hangs holds up nothing for long', { timeout: 60_000 }, async () => {
  const page = await openLoggedIn();
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 15 * 60_000;
  });
  await page.route('**/api/v1/auth/refresh', () => {});
  await page.getByText('The server cannot be reached.').waitFor(unanswered);
  await page.unroute('**/api/v1/auth/refresh');
  await page.getByRole('button', { name: 'Kill switch' }).click();
  await page.getByLabel('Type KILL to confirm').fill('KILL');
  await page.getByRole('button', { name: 'Stop all trading' }).click();
  await page.getByRole('button', { name: 'Kill switch is ON' }).waitFor(unanswered);
  await page.getByRole('button', { name: 'Kill switch is ON' }).click();
  await page.getByRole('button', { name: 'Take orders again' }).click();
  await page.getByRole('button', { name: 'Kill switch', exact: true }).waitFor();
  await page.context().close();
});

test('a server that stands still is said to, and is there again when it goes on', { timeout: 150_000 }, async () => {
  const figures = await openLoggedIn();
  const orders = await openLoggedIn();
  await show(orders, 'Orders');
  const lamp = orders.locator('main .lamp').first();
  await lamp.getByText('Live', { exact: true }).waitFor();
  server.pause();
  try {
    await figures.getByText(/The server cannot be reached\. What is shown is of \d\d:\d\d:\d\d UTC\./).waitFor(unanswered);
    await header(figures).getByText('Unreachable').waitFor(unanswered);
    await figures.getByRole('button', { name: 'Kill switch' }).click();
    await figures.getByLabel('Type KILL to confirm').fill('KILL');
    await figures.getByRole('button', { name: 'Stop all trading' }).click();
    await figures.getByText('The server does not answer. Whether it was done is not known.').waitFor(unanswered);
    await lamp.getByText('Live', { exact: true }).waitFor({ state: 'detached', ...silent });
  } finally {
    server.resume();
  }
  await lamp.getByText('Live', { exact: true }).waitFor(silent);
  await header(figures).getByText('Up', { exact: true }).waitFor();
});
