// node run.mjs [FILE…]: runs the browser and client tests beside it, or those named, with node's own runner.
// Exit code 77 (skipped, to CTest) when this machine has no Chromium.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const skipped = 77;
const here = fileURLToPath(new URL('.', import.meta.url));

const { browserIsThere } = await import('./browser.mjs').catch((error) => {
  console.error(`skipped: ${error.message}`);
  process.exit(skipped);
});
if (!browserIsThere()) {
  console.error('skipped: there is no Chromium; install the package chromium, or name one in CHROMIUM');
  process.exit(skipped);
}

const named = process.argv.slice(2);
const files = (named.length ? named : readdirSync(here).filter((name) => name.endsWith('.spec.mjs'))).map((name) => join(here, name));
run({ files, concurrency: 1, timeout: 110_000 })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
