"""Writes a workspace with every kind of drawing over the simulated Bitcoin of seed 7, around the present time."""
import json
import time
import uuid

NOW = time.time()


def anchor(minutes, price):
    return {"price": price, "time": str(int((NOW + minutes * 60) * 1e9))}


def drawing(kind, color, *anchors, **more):
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "market": "SIM-A:BTC-USDT",
        "color": color,
        "anchors": [anchor(*one) for one in anchors],
        **more,
    }


print(json.dumps({
    "qobWorkspace": 1,
    "name": "Drawings",
    "panels": [{"id": "candles-1", "kind": "candles"}, {"id": "ladder-1", "kind": "ladder"}],
    "layout": {"row": ["candles-1", "ladder-1"], "sizes": [7, 3]},
    "instruments": ["SIM-A:BTC-USDT"],
    "drawings": [
        drawing("level", "orange", (0, "65030.0"), alert=True, text="high of the hour"),
        drawing("rectangle", "green", (-35, "64800.0"), (-28, "64840.0"), extendRight=True, text="demand"),
        drawing("line", "blue", (-46, "65030.0"), (-33, "64800.0"), dashed=True, width=2),
        drawing("ray", "violet", (-33, "64800.0"), (-17, "64885.0")),
        drawing("ruler", "yellow", (-33, "64800.0"), (-5, "65035.0")),
        drawing("note", "grey", (-43, "64990.0"), text="sold off on volume"),
    ],
}, indent=2))
