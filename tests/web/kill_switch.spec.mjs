// Two people at the kill switch in the same moment.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, logIn, openWindow } from './browser.mjs';
import { password, Server } from './support.mjs';

let server;
let browser;
let page;
let dialog;
let token; // the other one's

before(async () => {
  server = await Server.start();
  token = await server.login('admin');
  browser = await launchBrowser();
  ({ page } = await openWindow(browser, server));
  dialog = page.locator('qob-kill-switch dialog');
  await logIn(page, 'admin', password);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const isOn = async () => (await server.call('GET', '/health')).killSwitch;

// The other one's hand; once the page behind the dialogue knows of it.
async function turnElsewhere(on) {
  await server.call('POST', '/admin/kill-switch', { token, fields: { on } });
  await page.locator('button.kill', { hasText: on ? 'Kill switch is ON' : /^\s*Kill switch\s*$/ }).waitFor();
}

async function open() {
  await page.locator('button.kill').click();
  await dialog.getByRole('heading').waitFor();
}

const buttons = () => dialog.getByRole('button').allInnerTexts();

// What a hand that is on its way still does.
async function clickWhere(place) {
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await page.keyboard.press('Enter');
}

test('a dialogue that is to stop trading never opens it again', async () => {
  await open();
  await page.getByLabel('Type KILL to confirm').fill('KILL');
  const stop = await dialog.getByRole('button', { name: 'Stop all trading' }).boundingBox();
  await turnElsewhere(true);
  assert.equal(await dialog.getByRole('heading').innerText(), 'The kill switch is on already');
  assert.deepEqual(await buttons(), ['Close']);
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Close');
  await clickWhere(stop);
  assert.equal(await isOn(), true);
});

test('once opened anew it turns the switch off', async () => {
  await page.keyboard.press('Escape');
  await open();
  await dialog.getByRole('button', { name: 'Take orders again' }).click();
  await page.getByRole('button', { name: 'Kill switch', exact: true }).waitFor();
  assert.equal(await isOn(), false);
});

test('a dialogue that is to open trading again does not do it to a second emergency', async () => {
  await turnElsewhere(true);
  await open();
  const again = await dialog.getByRole('button', { name: 'Take orders again' }).boundingBox();
  await turnElsewhere(false);
  assert.equal(await dialog.getByRole('heading').innerText(), 'The kill switch is off already');
  await turnElsewhere(true);
  assert.deepEqual(await buttons(), ['Close']);
  await clickWhere(again);
  assert.equal(await isOn(), true);
});
