// node embed.js DIST OUTPUT: writes the files below DIST into the C++ file that defines pageFiles().
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

// What is packed already.
const packed = new Set(['.woff2']);

function filesBelow(directory, path = '') {
  return readdirSync(join(directory, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(directory, name) : [name];
    });
}

// index.html is the page at /, and a page's address has no ".html".
function address(file) {
  return file === '/index.html' ? '/' : file.replace(/\.html$/, '');
}

// Three octal digits end an escape whatever follows.
function literal(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 96) {
    let line = '';
    for (const byte of bytes.subarray(at, at + 96)) {
      const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x3f;
      line += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
    }
    lines.push(`"${line}"`);
  }
  return lines.join('\n    ');
}

function entry(directory, file) {
  const type = types[extname(file)];
  if (!type) {
    throw new Error(`${file}: no content type is known for it`);
  }
  const content = readFileSync(join(directory, file));
  const gzip = !packed.has(extname(file));
  const bytes = gzip ? gzipSync(content, { level: 9 }) : content;
  const etag = `\\"${createHash('sha256').update(content).digest('hex').slice(0, 20)}\\"`;
  const forever = file.startsWith('/assets/');
  return `  {"${address(file)}", "${type}", "${etag}", ${gzip}, ${forever}, std::string_view(\n    ${literal(bytes)}, ${bytes.length})},`;
}

const [directory, output] = process.argv.slice(2);
const entries = filesBelow(directory).map((file) => entry(directory, file));
writeFileSync(
  output,
  `#include "engine/gateway/pages.h"

namespace qob {

namespace {

constexpr PageFile files[] = {
${entries.join('\n')}
};

} // namespace

std::span<PageFile const> pageFiles()
{
    return files;
}

} // namespace qob
`,
);
