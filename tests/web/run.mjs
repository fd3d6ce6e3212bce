// node run.mjs [FILE…]: runs the tests beside it, or those named, with node's own runner. Exit code 77
// (skipped, to CTest) when one of them needs a browser and this machine has none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { browserIsThere } from './browser.mjs';

const skipped = 77;
const limitMs = 230_000; // of a file, should a test hang
const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const names = named.length ? named : readdirSync(here).filter((name) => name.endsWith('.spec.mjs'));
const files = names.map((name) => join(here, name));

if (!browserIsThere() && files.some((file) => readFileSync(file, 'utf8').includes('./browser.mjs'))) {
  console.error('skipped: there is no Chromium; install the package chromium, or name one in CHROMIUM');
  process.exit(skipped);
}
run({ files, concurrency: 1, timeout: limitMs })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
