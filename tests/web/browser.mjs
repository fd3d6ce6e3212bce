// Chromium from the system, with a profile of its own, and a context that watches what its pages do.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function browserIsThere() {
  return existsSync(executablePath);
}

// A window on the server: {page, strayRequests, complaints, close}. `strayRequests` fills with what went, or
// wanted to go, to another origin than the server's; `complaints` with errors of the page and of its policy.
export async function openWindow(server, { width = 1440, height = 900, colorScheme = 'dark' } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'qob-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    colorScheme,
    baseURL: server.origin,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(10_000);
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
  return {
    page,
    strayRequests,
    complaints,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function logIn(page, name, password) {
  await page.goto('/');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}
