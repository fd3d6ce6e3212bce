// Chromium from the system, and windows that watch what their pages do.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function browserIsThere() {
  return existsSync(executablePath);
}

// To be closed by who asked for it. Its profile is a new one.
export async function launchBrowser() {
  return chromium.launch({ executablePath, args: flags });
}

// A window on the server, that shares nothing with others: {page, strayRequests, complaints}. `strayRequests`
// fills with what went, or wanted to go, to another origin than the server's; `complaints` with errors of the
// page and of its policy.
export async function openWindow(browser, server, { width = 1440, height = 900, colorScheme = 'dark' } = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, colorScheme, baseURL: server.origin });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const strayRequests = [];
  const complaints = [];
  const own = new URL(server.origin).host;
  const watch = (address) => {
    const url = new URL(address);
    if (!['data:', 'about:', 'blob:'].includes(url.protocol) && url.host !== own) {
      strayRequests.push(address);
    }
  };
  page.on('request', (sent) => watch(sent.url()));
  page.on('websocket', (socket) => watch(socket.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    // A refusal that the page shows is also a line of the browser's own.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
      complaints.push(line.text());
    }
  });
  return { page, strayRequests, complaints };
}

export async function logIn(page, name, password) {
  await page.goto('/');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}
