"""websocket_client.py URL CERTIFICATE STREAM none|deflate: follows a stream with Python's websockets; fails when
anything is not as docs/headless.md says."""

import asyncio
import json
import ssl
import sys

import websockets


async def follow(url, certificate, stream, compression):
    trust = ssl.create_default_context(cafile=certificate)
    chosen = None if compression == "none" else compression
    async with websockets.connect(url, ssl=trust, compression=chosen) as socket:
        assert len(socket.extensions) == (0 if chosen is None else 1), socket.extensions
        await socket.send(json.dumps({"method": "SUBSCRIBE", "params": [stream], "id": 1}))
        assert json.loads(await socket.recv()) == {"id": 1, "result": [stream]}
        first = json.loads(await socket.recv())["data"]
        assert first["type"] == "snapshot" and first["bids"] and first["asks"], first
        for sequence in range(first["sequence"] + 1, first["sequence"] + 11):
            data = json.loads(await socket.recv())["data"]
            assert data["type"] != "snapshot" and data["sequence"] == sequence, data
        await (await socket.ping("are you there"))
        await socket.close(1000, "seen enough")
        assert socket.close_code == 1000, socket.close_code


asyncio.run(asyncio.wait_for(follow(*sys.argv[1:]), 60))
