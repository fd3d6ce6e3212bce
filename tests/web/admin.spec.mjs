// The administration page in a real browser, on a real server, with real logins.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { launchBrowser, logIn, openWindow } from './browser.mjs';
import { password, request, Server } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const views = ['Overview', 'Venues', 'Queues', 'Orders', 'Users', 'My account', 'Audit', 'Logs', 'Settings'];

let server;
let admin; // a window, and its page, of the user "admin"
let page;
let token; // of another login of "admin"
let browser;

const open = (options) => openWindow(browser, server, options);

before(async () => {
  server = await Server.start({
    users: [['admin', 'admin'], ['vera', 'viewer'], ['tom', 'trader']],
    settings: { 'serve.rate_limits': 'false' }, // all of this within seconds
  });
  token = await server.login('admin');
  browser = await launchBrowser();
  admin = await open();
  page = admin.page;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const link = (name) => page.getByRole('navigation').getByRole('link', { name, exact: true });

async function show(name) {
  await link(name).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

// A limit order that rests below the market.
async function placeOrder() {
  const [instrument] = await server.call('GET', '/api/v1/symbols');
  const symbol = `${instrument.venue}:${instrument.symbol}`;
  const book = await server.call('GET', `/api/v1/depth?symbol=${symbol}&limit=1`);
  const tick = Number(instrument.tickSize);
  const price = (Math.floor((Number(book.bids[0][0]) * 0.9) / tick) * tick).toFixed(instrument.priceDecimals);
  const fields = { symbol, side: 'BUY', ordType: 'LIMIT', orderQty: instrument.minQty, price };
  return request(server.port, 'POST', '/api/v1/order', { token, fields });
}

// RFC 6238 with its usual figures: SHA-1, six digits, thirty seconds.
function codeOf(secret) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('a wrong password is refused in the words of the server', async () => {
  await logIn(page, 'admin', 'not the pass phrase');
  const refused = await request(server.port, 'POST', '/api/v1/auth/login', { fields: { name: 'admin', password: 'not the pass phrase' } });
  assert.equal(await page.getByRole('alert').innerText(), refused.json.error.message);
  assert.equal(await page.getByRole('navigation').count(), 0);
});

test('an administrator sees every view', async () => {
  await logIn(page, 'admin', password);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  assert.deepEqual(await page.getByRole('navigation').locator('> a').allInnerTexts(), views);
  await page.getByText('A simulated market with paper money.').waitFor();
  assert.equal(await page.locator('header .market').innerText(), 'SIM');
  const proof = {
    Venues: () => page.getByRole('table', { name: 'Feeds of SIM-A' }).getByText('Live').first(),
    Queues: () => page.getByRole('row', { name: /^Journal/ }),
    Orders: () => page.getByText('No order is working.'),
    Users: () => page.getByRole('row', { name: /^vera/ }),
    'My account': () => page.getByText('This one'),
    Audit: () => page.getByRole('cell', { name: 'user.create' }).first(),
    Logs: () => page.getByText('session: engine thread started'),
    Settings: () => page.getByRole('row', { name: /serve\.rate_limits false/ }),
  };
  for (const [name, what] of Object.entries(proof)) {
    await show(name);
    await what().waitFor();
    assert.equal(await page.getByRole('alert').count(), 0, name);
  }
});

// The provider itself is played in tests of the server; here it is what the page does before and after.
test('where there is a login provider the page sends there, and collects the login when it is back', async () => {
  const { page: visitor, complaints } = await open();
  assert.deepEqual(await server.call('GET', '/api/v1/auth/methods'), { methods: ['password'] });
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Log in' }).waitFor();
  assert.equal(await visitor.getByRole('link', { name: /provider/ }).count(), 0);
  await visitor.route('**/api/v1/auth/methods', (route) => route.fulfill({ json: { methods: ['password', 'provider'] } }));
  await visitor.goto('/');
  const way = visitor.getByRole('link', { name: 'Log in with the provider' });
  assert.equal(await way.getAttribute('href'), '/api/v1/auth/oidc/start?page=true');
  const tokens = await request(server.port, 'POST', '/api/v1/auth/login', { fields: { name: 'vera', password } });
  await visitor.route('**/api/v1/auth/oidc/collect', (route) => route.fulfill({ json: tokens.json }));
  await visitor.goto('/?login=provider');
  await visitor.getByRole('heading', { name: 'Overview' }).waitFor();
  assert.equal(new URL(visitor.url()).search, '', 'a reload does not ask again');
  const refusal = { error: { code: 'AuthProviderFailed', message: 'The provider said no.', status: 502 } };
  await visitor.route('**/api/v1/auth/oidc/collect', (route) => route.fulfill({ status: 502, json: refusal }));
  await visitor.goto('/?login=provider');
  assert.equal(await visitor.getByRole('alert').innerText(), 'The provider said no.');
  assert.deepEqual(complaints, []);
  await visitor.context().close();
});

test('nothing secret is left in the browser', async () => {
  const kept = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie }));
  assert.deepEqual(kept, { local: {}, session: {}, cookies: '' });
});

test('an order placed elsewhere appears at once, and is cancelled here', async () => {
  await show('Orders');
  await page.getByText('Live', { exact: true }).waitFor();
  const placed = await placeOrder();
  assert.equal(placed.status, 200, placed.text);
  const mine = page.getByRole('table', { name: 'Working orders' });
  await mine.getByRole('cell', { name: placed.json.orderId, exact: true }).waitFor();
  await page.getByRole('table', { name: 'Orders of all accounts' }).getByRole('cell', { name: placed.json.orderId, exact: true }).waitFor();
  await page.getByRole('button', { name: `Cancel order ${placed.json.orderId}` }).click();
  const ended = page.getByRole('table', { name: 'Ended orders' }).getByRole('row', { name: placed.json.orderId });
  await ended.getByText('Canceled').waitFor();
  await page.getByText('No order is working.').waitFor();
});

test('the kill switch wants its word, stops trading and lets it go on', async () => {
  const resting = await placeOrder();
  await page.getByRole('button', { name: 'Kill switch' }).click();
  const stop = page.getByRole('button', { name: 'Stop all trading' });
  await page.getByLabel('Type KILL to confirm').fill('kill');
  assert.ok(await stop.isDisabled());
  await page.keyboard.press('Escape');
  assert.equal((await server.call('GET', '/health')).killSwitch, false);

  await page.getByRole('button', { name: 'Kill switch' }).click();
  await page.getByLabel('Type KILL to confirm').fill('KILL');
  await stop.click();
  await page.getByRole('button', { name: 'Kill switch is ON' }).waitFor();
  assert.equal((await server.call('GET', '/health')).killSwitch, true);
  await page.getByRole('table', { name: 'Ended orders' }).getByRole('row', { name: resting.json.orderId }).waitFor();
  const refused = await placeOrder();
  assert.equal(refused.json.error.code, 'OrderAccountBlocked');
  await page.setViewportSize({ width: 390, height: 844 });
  await checkWidth(page, 'a phone with the kill switch on');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: 'Kill switch is ON' }).click();
  await page.getByRole('button', { name: 'Take orders again' }).click();
  await page.getByRole('button', { name: 'Kill switch', exact: true }).waitFor();
  assert.equal((await placeOrder()).status, 200);

  await show('Logs');
  await page.getByLabel('From which level on').selectOption('warning');
  await page.getByRole('log').getByText('kill switch off').waitFor();
  const lines = await page.getByRole('log').locator('p').allInnerTexts();
  assert.deepEqual(lines.map((line) => line.replace(/^.*warning */, '')), ['gateway: kill switch on by=admin', 'gateway: kill switch off by=admin']);
});

test('a viewer is shown what a viewer may see', async () => {
  const { page: seen, complaints } = await open();
  await logIn(seen, 'vera', password);
  await seen.getByRole('heading', { name: 'Overview' }).waitFor();
  const menu = await seen.getByRole('navigation').locator('> a').allInnerTexts();
  assert.deepEqual(menu, ['Overview', 'Venues', 'Orders', 'My account']);
  assert.equal(await seen.getByRole('button', { name: /Kill switch/ }).count(), 0);
  for (const name of menu) {
    await seen.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await seen.getByRole('heading', { level: 1, name }).waitFor();
    await seen.waitForLoadState('networkidle');
    assert.equal(await seen.getByRole('alert').count(), 0, name);
  }
  assert.equal(await seen.getByRole('button', { name: /Cancel/ }).count(), 0);
  await seen.evaluate(() => (location.hash = '#/users'));
  await seen.getByText('A viewer may not see this.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a user is made, disabled, and out at that moment', async () => {
  await show('Users');
  await page.getByLabel('Name').fill('nina');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('trader');
  await page.getByRole('button', { name: 'Make the user' }).click();
  await page.getByRole('row', { name: /^nina/ }).waitFor();

  const { page: hers } = await open();
  await logIn(hers, 'nina', password);
  await hers.getByText('trader, account').waitFor();
  await page.getByRole('button', { name: 'Disable: nina' }).click();
  await page.getByRole('row', { name: /^nina/ }).getByText('Disabled').waitFor();
  await hers.getByRole('link', { name: 'Venues' }).click();
  await hers.getByRole('heading', { name: 'Log in' }).waitFor();
  assert.notEqual(await hers.getByRole('status').innerText(), '');
});

test('what the server refuses of a user is said, and shown as it was', async () => {
  await page.getByLabel('role of admin').selectOption('viewer');
  await page.getByRole('alert').waitFor();
  const role = page.getByLabel('role of admin');
  assert.equal(await role.inputValue(), 'admin');
});

test('a second factor is set up, asked for, and a recovery code opens too', async () => {
  const { page: his } = await open();
  await logIn(his, 'tom', password);
  await his.getByRole('link', { name: 'My account' }).click();
  await his.getByRole('button', { name: 'Set one up' }).click();
  await his.getByRole('img', { name: 'The second factor as a QR code' }).waitFor();
  await his.getByLabel('Code', { exact: true }).fill(codeOf(await his.locator('.secret').innerText()));
  await his.getByRole('button', { name: 'Confirm' }).click();
  const recovery = await his.locator('.codes span').first().innerText();
  await his.getByRole('button', { name: 'I have written them down' }).click();
  await his.getByRole('button', { name: 'Log out' }).click();

  await logIn(his, 'tom', password);
  await his.getByLabel('Second factor').fill('000000');
  await his.getByRole('button', { name: 'Log in' }).click();
  await his.getByRole('alert').waitFor();
  await his.getByLabel('Second factor').fill(recovery);
  await his.getByRole('button', { name: 'Log in' }).click();
  await his.getByRole('heading', { name: 'Overview' }).waitFor();
});

test('a wrong password or code is one try, and not two', async () => {
  const tries = async (action) => (await server.call('GET', `/api/v1/audit?action=${action}`, { token })).records.filter((one) => one.outcome !== 'ok').length;
  await show('My account');
  await page.getByLabel('The one until now').fill('a slip of the hand');
  await page.getByLabel('The new one').fill('another long pass phrase');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByRole('alert').waitFor();
  assert.equal(await tries('password.change'), 1);

  await page.getByRole('button', { name: 'Set one up' }).click();
  const asked = [];
  page.on('request', (request) => request.url().includes('/auth/') && asked.push(new URL(request.url()).pathname));
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('The code of the second factor is wrong').waitFor();
  assert.deepEqual(asked, ['/api/v1/auth/totp/confirm']);
  await page.getByRole('button', { name: 'Not now' }).click();
});

test('a request whose token is over is sent again with a new one', async () => {
  let refused = 0;
  await page.route('**/api/v1/users', async (route) => {
    const error = { code: 'AuthTokenExpired', message: 'The token is no longer valid', status: 401 };
    await (++refused > 1 ? route.continue() : route.fulfill({ status: 401, json: { error } }));
  });
  await show('Users');
  await page.getByRole('row', { name: /^vera/ }).waitFor();
  await page.unroute('**/api/v1/users');
  assert.equal(refused, 2);
});

test('a key is made, its secret shown once, and withdrawn', async () => {
  await show('My account');
  await page.getByLabel('Label').fill('desk');
  await page.getByLabel('market:read').check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const [id, secret] = (await page.locator('.secret').innerText()).split('\n');
  const row = page.getByRole('row', { name: new RegExp(`^desk ${id} market:read anywhere`) });
  await row.waitFor();
  await page.getByRole('button', { name: 'I have it' }).click();
  assert.ok(!(await page.content()).includes(secret));
  await page.getByRole('button', { name: 'Withdraw desk' }).click();
  await page.getByText('You have no API key.').waitFor();
});

test('a secret that is shown once stays until its owner has it, whatever is refused or made meanwhile', async () => {
  await show('My account');
  const make = async (label, address) => {
    await page.getByLabel('Label').fill(label);
    await page.getByLabel('Only from').fill(address);
    await page.getByLabel('market:read').check();
    await page.getByRole('button', { name: 'Make a key' }).click();
  };
  const secrets = () => page.locator('.secret').allInnerTexts();
  await make('first', '');
  await page.getByText('The secret of first.').waitFor();
  const [first] = await secrets();

  await make('second', 'nonsense');
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await secrets(), [first]);
  await make('second', '');
  await page.getByText('The secret of second.').waitFor();
  const [kept, second] = await secrets();
  assert.equal(kept, first);

  await page.getByRole('button', { name: 'New secret for second' }).click();
  await page.waitForFunction((old) => !document.body.innerText.includes(old.split('\n')[1]), second);
  assert.deepEqual([(await secrets()).length, (await secrets())[0]], [2, first]);
  await page.getByRole('button', { name: 'I have it: first' }).click();
  assert.equal((await secrets()).length, 1);
  for (const label of ['first', 'second']) {
    await page.getByRole('button', { name: `Withdraw ${label}` }).click();
  }
  await page.getByText('You have no API key.').waitFor();
  assert.deepEqual(await secrets(), []);
});

test('a reading that was one too many is made again when the server says so', async () => {
  let refusals = 0;
  await page.route('**/api/v1/users', async (route) => {
    if (++refusals > 1) {
      await route.continue();
      return;
    }
    const error = { code: 'RequestTooMany', message: 'Too many.', status: 429 };
    await route.fulfill({ status: 429, headers: { 'retry-after': '1' }, json: { error } });
  });
  await show('Users');
  await page.getByRole('row', { name: /^vera/ }).waitFor();
  await page.unroute('**/api/v1/users');
  assert.equal(refusals, 2);
});

test('the audit trail is filtered', async () => {
  await show('Audit');
  await page.getByLabel('Did').fill('kill-switch');
  await page.getByRole('button', { name: 'Show' }).click();
  const rows = page.getByRole('table', { name: 'Audit trail' }).locator('tbody tr');
  // The table is empty between two answers, and what it showed before may still be coming.
  const wanted = ['off', 'on'];
  let shown = [];
  for (let tries = 0; tries < 100 && shown.join() !== wanted.join(); tries += 1) {
    await page.waitForTimeout(50);
    shown = await rows.locator('td:nth-child(6)').allInnerTexts();
  }
  assert.deepEqual(shown, wanted);
});

// Nothing is to the right of the screen.
async function checkWidth(of, name) {
  const [content, room] = await of.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= room, `${name} is ${content} wide and has ${room}`);
}

// Rules of WCAG 2.1 A and AA: contrast, labels, names, roles.
async function checkAccessibility(of, name) {
  await of.evaluate(axe); // not as a script of the page, which its policy would forbid
  const result = await of.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  const found = result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  assert.deepEqual(found, [], name);
}

for (const [what, options] of [
  ['dark', { colorScheme: 'dark' }],
  ['light', { colorScheme: 'light' }],
  ['a phone', { width: 390, height: 844 }],
]) {
  test(`every view can be read and reached: ${what}`, async () => {
    const { page: seen, complaints, strayRequests } = await open(options);
    await logIn(seen, 'admin', password);
    await seen.getByRole('heading', { name: 'Overview' }).waitFor();
    for (const name of views) {
      const menu = seen.getByRole('button', { name: 'Menu' });
      if (await menu.isVisible()) {
        await menu.click();
      }
      await seen.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await seen.getByRole('heading', { level: 1, name }).waitFor();
      await seen.locator('main .panel').first().waitFor();
      await checkWidth(seen, name);
      await checkAccessibility(seen, name);
    }
    assert.deepEqual(complaints, []);
    assert.deepEqual(strayRequests, []);
  });
}

test('the theme follows the system until its switch is used', async () => {
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

test('the keyboard alone reaches the kill switch', async () => {
  await page.locator('body').click({ position: { x: 1, y: 700 } });
  const names = [];
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => document.activeElement.innerText));
  }
  assert.ok(names.includes('Kill switch'), names.join(', '));
});

test('the files of the pages are sent as a browser needs them', async () => {
  const plain = await request(server.port, 'GET', '/');
  const zipped = await request(server.port, 'GET', '/', { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(plain.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.bytes).toString(), plain.text);
  const again = await request(server.port, 'GET', '/', { headers: { 'if-none-match': plain.headers.etag } });
  assert.deepEqual([again.status, again.bytes.length], [304, 0]);
  const [script] = /\/assets\/[^"]+\.js/.exec(plain.text);
  const asset = await request(server.port, 'GET', script);
  assert.match(asset.headers['cache-control'], /immutable/);
  for (const answer of [plain, asset]) {
    const policy = answer.headers['content-security-policy'];
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https:|\*/);
  }
});

test("the interface's description can be browsed, and comes from the program", async () => {
  const { page: docs, complaints, strayRequests } = await open();
  await docs.goto('/api-docs');
  await docs.getByRole('link', { name: 'Market', exact: true }).click();
  await docs.getByText('The book of one instrument').click();
  await docs.getByRole('button', { name: 'Execute' }).waitFor();
  await docs.getByPlaceholder('symbol').fill('BTC-USDT');
  await docs.getByRole('button', { name: 'Execute' }).click();
  await docs.getByText('"bids"').first().waitFor();
  assert.deepEqual(complaints, []);
  assert.deepEqual(strayRequests, []);
});

test('a reload ends the login at the server as well', async () => {
  const before = await server.call('GET', '/api/v1/logins', { token });
  await page.reload();
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  const logins = async () => (await server.call('GET', '/api/v1/logins', { token })).logins.length;
  for (let i = 0; i < 50 && (await logins()) >= before.logins.length; ++i) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await logins(), before.logins.length - 1);
});

test('the page did all that without a word of complaint, and spoke to nobody else', () => {
  assert.deepEqual(admin.complaints, []);
  assert.deepEqual(admin.strayRequests, []);
});

test('a server that is gone is said to be gone', async () => {
  const { page: left } = await open();
  await left.goto('/');
  await left.getByText('Up', { exact: true }).waitFor();
  await server.stop();
  await left.getByText('Unreachable').waitFor();
});
