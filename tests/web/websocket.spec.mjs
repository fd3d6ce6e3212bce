// Clients of others at /ws: npm's ws, and Python's websockets in a process of its own.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from 'node:test';
import WebSocket from 'ws';
import { Server } from './support.mjs';

const stream = 'depth50@SIM-A:BTC-USDT@50ms';
const python = '/usr/bin/python3'; // Debian's modules belong to Debian's

// Messages as they come, to be awaited one by one.
function messagesOf(socket) {
  const waiting = [];
  const arrived = [];
  socket.on('message', (data, binary) => {
    assert.equal(binary, false);
    const message = JSON.parse(data);
    waiting.length ? waiting.shift()(message) : arrived.push(message);
  });
  return () => (arrived.length ? arrived.shift() : new Promise((resolve) => waiting.push(resolve)));
}

async function follow(server, perMessageDeflate) {
  const socket = new WebSocket(`wss://127.0.0.1:${server.port}/ws`, { rejectUnauthorized: false, perMessageDeflate });
  const next = messagesOf(socket);
  await once(socket, 'open');
  assert.equal(socket.extensions.includes('permessage-deflate'), Boolean(perMessageDeflate));

  socket.send(JSON.stringify({ method: 'SUBSCRIBE', params: [stream], id: 1 }));
  assert.deepEqual(await next(), { id: 1, result: [stream] });
  const first = await next();
  assert.equal(first.stream, stream);
  assert.equal(first.data.type, 'snapshot');
  assert.ok(first.data.bids.length > 0 && first.data.asks.length > 0);
  for (let sequence = first.data.sequence + 1; sequence <= first.data.sequence + 10; ++sequence) {
    const { data } = await next();
    assert.notEqual(data.type, 'snapshot');
    assert.equal(data.sequence, sequence);
  }

  socket.ping('are you there');
  const [payload] = await once(socket, 'pong');
  assert.equal(payload.toString(), 'are you there');

  socket.close(1000, 'seen enough');
  const [code] = await once(socket, 'close');
  assert.equal(code, 1000);
}

test('clients of others at /ws', { timeout: 110_000 }, async (t) => {
  const server = await Server.start();
  t.after(() => server.stop());

  await t.test('ws, as it is', () => follow(server, false));
  await t.test('ws, compressed', () => follow(server, { threshold: 0 }));
  await t.test('ws, compressed, nothing kept between messages', () =>
    follow(server, { clientNoContextTakeover: true, serverNoContextTakeover: true, serverMaxWindowBits: 10 }));
  await t.test('ws sends in pieces', async () => {
    const socket = new WebSocket(`wss://127.0.0.1:${server.port}/ws`, { rejectUnauthorized: false });
    const next = messagesOf(socket);
    await once(socket, 'open');
    socket.send('{"method":"PI', { fin: false });
    socket.send('NG",', { fin: false });
    socket.send('"id":7}', { fin: true });
    assert.deepEqual(await next(), { id: 7, result: 'pong' });
    socket.send(Buffer.from([1, 2, 3]));
    assert.match(JSON.stringify(await next()), /text frames/);
    socket.close();
    assert.equal((await once(socket, 'close'))[0], 1000); // what a close without a code is answered with
  });

  const here = await promisify(execFile)(python, ['-c', 'import websockets']).then(() => true, () => false);
  for (const compression of ['none', 'deflate']) {
    await t.test(`Python's websockets, ${compression}`, { skip: !here && 'python3-websockets is not installed' }, async () => {
      const script = fileURLToPath(new URL('websocket_client.py', import.meta.url));
      await promisify(execFile)(python, [script, `wss://127.0.0.1:${server.port}/ws`, server.certificate, stream, compression]);
    });
  }
});
