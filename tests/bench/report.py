#!/usr/bin/env python3
"""Runs the benchmarks, prints a table and writes build/bench.json.

    report.py BIN_FOLDER OUT.json [NAME...]

One row a figure: name, value, unit, reach and whether it was reached. A figure that has a twin (the same work done
the bare way) is its ratio to the twin, measured beside it in the same run. Names choose rows by what they contain.
"""
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
WANTED = sys.argv[3:]
STARTS = 5


def google(program, pattern):
    """Median of three repetitions of each benchmark: name -> its JSON object."""
    command = [BIN / program, f"--benchmark_filter={pattern}", "--benchmark_format=json",
               "--benchmark_repetitions=3", "--benchmark_report_aggregates_only=true",
               "--benchmark_enable_random_interleaving=true"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    results = {}
    for entry in json.loads(done.stdout)["benchmarks"]:
        if entry.get("aggregate_name") == "median" and not entry.get("error_occurred"):
            results[entry["run_name"].removesuffix("/iterations:1000")] = entry
    return results


def feed_rows():
    found = google("feed_bench", "feed_")
    for market in ("spot", "usdm", "coinm"):
        walk = found.get(f"feed_walk/{market}")
        apply = found.get(f"feed_decode_apply/{market}")
        if not walk or not apply:
            continue
        ratio = apply["cpu_time"] / walk["cpu_time"]
        yield f"feed_decode_apply_vs_simdjson_walk/{market}", ratio, "x", 2.0, "most"
        yield f"feed_decode_apply/{market}", apply["ns_per_message"], "ns/message", None, None
    for market in ("spot", "usdm", "coinm"):
        depth = found.get(f"feed_depth/{market}")
        if depth:
            yield f"feed_depth_messages_per_second/{market}", 1e9 / depth["ns_per_message"], "1/s", 1e6, "least"


def venue_rows():
    found = google("venue_bench", "venue_")
    for venue in ("BINANCE", "KRAKEN", "OKX", "COINBASE", "HUOBI"):
        walk, book = found.get(f"venue_walk/{venue}"), found.get(f"venue_to_book/{venue}")
        if not walk or not book:
            continue
        yield f"venue_to_book_vs_simdjson_walk/{venue}", book["cpu_time"] / walk["cpu_time"], "x", 2.0, "most"
        yield f"venue_to_book_messages_per_second/{venue}", 1e9 / book["ns_per_message"], "1/s", None, None
        yield f"venue_to_book_bytes_per_second/{venue}", book["bytes_per_second"] / 1e6, "MB/s", None, None
        yield f"venue_to_book_allocations/{venue}", book["allocations_per_message"], "per message", 0.0, "most"


def live_rows():
    done = subprocess.run([BIN / "live_bench"], capture_output=True, text=True, check=True)
    for entry in map(json.loads, done.stdout.splitlines()):
        if entry["scenario"] == "memory":
            yield f"live_memory/{entry['books']}_books_of_{entry['levels']}_levels", entry["mib"], "MiB", 512.0, "most"
        else:
            yield f"live_socket_to_book_p50/{entry['rate']}_per_second", entry["p50_us"], "us", None, None
            yield f"live_socket_to_book_p99/{entry['rate']}_per_second", entry["p99_us"], "us", 500.0, "most"


def history_rows():
    """The market's thread with and without a recorder; what the disk's thread adds is a row of its own."""
    found = google("history_bench", "history_")
    for market in ("spot", "usdm"):
        bare, recorded = found.get(f"history_bare/{market}"), found.get(f"history_record/{market}")
        if not bare or not recorded:
            continue
        yield (f"history_record_vs_decode_apply/{market}", (recorded["cpu_time"] / bare["cpu_time"] - 1) * 100, "% more",
               10.0, "most")
        whole = found[f"history_record_all_threads/{market}/process_time"]
        yield f"history_record_all_threads/{market}", (whole["cpu_time"] / bare["cpu_time"] - 1) * 100, "% more", None, None
        yield f"history_bytes_per_event/{market}", recorded["bytes_per_event"], "bytes", 12.0, "most"
        yield f"history_read/{market}", found[f"history_read/{market}"]["events_per_second"], "events/s", None, None


def replay_rows():
    for name, entry in google("replay_bench", "replay_engine").items():
        yield f"replay_speed/{name.split('/')[1]}", entry["market_seconds_per_second"], "x real time", 1000.0, "least"


def heat_rows():
    found = google("heat_bench", "heat_map")
    frame, bare = found["heat_map/frame"]["cpu_time"], found["heat_map/bare_blit"]["cpu_time"]
    yield "heat_map_frame_1600x900", frame, "ms CPU", 2.0, "most"
    yield "heat_map_frame_vs_bare_blit", frame / bare, "x", None, None
    for span, name in (("300", "5m"), ("3600", "1h")):
        yield (f"heat_map_full_raster_1600x900/{name}", found[f"heat_map/full_raster/{span}"]["cpu_time"],
               "ms CPU", 5.0, "most")
    yield "heat_map_frame_2560x1440", found["heat_map/frame_2560x1440"]["cpu_time"], "ms CPU", None, None
    yield "heat_map_frame_1600x900/all_on", found["heat_map/frame_all_on"]["cpu_time"], "ms CPU", 2.0, "most"
    yield ("heat_map_full_raster_2560x1440/5m", found["heat_map/full_raster_2560x1440/300"]["cpu_time"],
           "ms CPU", None, None)


def panel_rows():
    found = google("panel_bench", "panel/")
    cost = {name.removesuffix("/iterations:400").removesuffix("/iterations:200"): entry["cpu_time"]
            for name, entry in found.items()}
    yield "ladder_refresh", cost["panel/ladder"], "ms CPU", 1.0, "most"
    yield "tape_refresh", cost["panel/tape"], "ms CPU", 1.0, "most"
    yield "blotter_10000_orders_1000_updates_per_second", cost["panel/blotter/0"], "ms CPU a frame", None, None
    yield "blotter_10000_orders_sorted", cost["panel/blotter/1"], "ms CPU a frame", None, None


def chart_rows():
    """One changed candle, from the message to the painted window at 1600x900; and the whole picture anew."""
    found = google("chart_bench", "chart/")
    yield "candle_refresh_1600x900", found["chart/candle_refresh"]["cpu_time"], "ms CPU", 2.0, "most"
    yield "candle_whole_1600x900", found["chart/candle_whole"]["cpu_time"], "ms CPU", 5.0, "most"
    yield "footprint_refresh_1600x900", found["chart/footprint_refresh"]["cpu_time"], "ms CPU", 2.0, "most"


def terminal_rows():
    """The whole window off-screen on the simulated market, one process each: four panes under a fast feed, and memory."""
    panes, = yardstick("terminal_bench", "panes")
    yield "terminal_four_panes_events", panes["events_per_second"], "1/s", 20000.0, "least"
    yield "terminal_four_panes_fps", panes["fps"], "1/s", 59.0, "least"
    yield "terminal_four_panes_frame_p50", panes["p50_ms"], "ms", None, None
    yield "terminal_four_panes_frame_p99", panes["p99_ms"], "ms", 16.0, "most"
    yield "terminal_four_panes_gui_thread", panes["gui_cpu_percent"], "% of a core", None, None
    yield "terminal_four_panes_all_threads", panes["cpu_percent"], "% of a core", None, None
    hour, = yardstick("terminal_bench", "hour")
    yield "terminal_memory_10_minutes_of_sim_at_60x", hour["after_10_minutes_mib"], "MiB", None, None
    yield "terminal_memory_an_hour_of_sim_at_60x", hour["after_an_hour_mib"], "MiB", None, None


def start_rows():
    """From the start of the process to the first painted heat map, off-screen, warm: the program's own log says when."""
    times = []
    for _ in range(STARTS + 1):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "qob.log"
            begun = time.time()
            subprocess.run([BIN / "qob", "--set", f"log.file={log}", "--screenshot", f"{folder}/x.png", "--after", "1.5"],
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, check=True)
            for line in log.read_text().splitlines():
                entry = json.loads(line)
                if entry["message"] == "first heat map painted":
                    painted = datetime.datetime.fromisoformat(entry["time"].replace("Z", "+00:00"))
                    times.append(painted.timestamp() - begun)
    yield "start_to_first_heat_map", statistics.median(times[1:]), "s", 1.0, "most"


def yardstick(program, *arguments):
    """What a benchmark that is built beside the yardstick printed, one JSON object a line; nothing where it is not."""
    if not (BIN / program).exists():
        print(f"{program} is not built: the yardstick is not there", file=sys.stderr)
        return []
    done = subprocess.run([BIN / program, *arguments], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def book_rows():
    """Ladder and book take turns in one process; the ratio is the median of the turns'."""
    for entry in yardstick("book_bench", "--ops", "5000000", "one", "one-deep", "one-wide", "zipf", "rr", "mem"):
        name = entry["scenario"]
        if name == "mem":
            yield "matching_book_bytes_per_resting_order", entry["bytes_per_order"], "bytes", None, None
            continue
        if not entry["trades_as_expected"]:
            sys.exit(f"book_bench {name}: the trades are not those the workload expects")
        ratio = statistics.median(run["book_ns"] / run["ladder_ns"] for run in entry["runs"])
        yield f"matching_book_vs_ladder/{name}", ratio, "x", 1.25, "most"
        for twin in ("book", "ladder"):
            ns = statistics.median(run[f"{twin}_ns"] for run in entry["runs"])
            yield f"matching_{twin}/{name}", ns, "ns/op", None, None
        for quantile in ("p50", "p99", "p999"):
            yield f"matching_book_{quantile}/{name}", entry[f"{quantile}_ns"], "ns", None, None


def core_rows():
    for entry in yardstick("core_bench", "--directory", str(OUT.parent / "core_bench.tmp")):
        yield "core_journal_in_memory", entry["memory_commands_per_second"], "commands/s", 2e6, "least"
        yield "core_group_commit", entry["durable_commands_per_second"], "commands/s", 2e5, "least"
        for figure in ("ack_p50", "ack_p99", "fsync_p50", "fsync_p99"):
            yield f"core_{figure}", entry[f"{figure}_ms"], "ms", None, None


def gateway_rows():
    """A headless engine under load from a second process on the same cores."""
    done = subprocess.run([BIN / "gateway_bench", BIN / "qob"], capture_output=True, text=True, check=True)
    found = {entry["scenario"]: entry for entry in map(json.loads, done.stdout.splitlines())}
    paced, flat = found["rest_paced"], found["rest_flat_out"]
    yield "gateway_rest_paced_at_10000", paced["per_second"], "1/s", 9900.0, "least"
    yield "gateway_rest_paced_p99", paced["p99_us"] / 1000, "ms", 10.0, "most"
    yield "gateway_rest_flat_out", flat["per_second"], "1/s", None, None
    yield "gateway_stream_messages", found["stream_messages"]["per_second"], "1/s", 1e5, "least"
    yield "gateway_1000_clients_on_one_book_p99", found["one_book_1000_clients"]["p99_us"] / 1000, "ms", 25.0, "most"
    stalled = found["one_book_1_percent_stalled"]
    yield "gateway_p99_with_1_percent_stalled", stalled["ratio"], "x", 1.1, "most"
    yield "gateway_memory_grown_by_stalled", stalled["grown_mib"], "MiB", 20.0, "most"
    for promise in ("matched", "durable"):
        ack = found[f"order_ack_{promise}"]
        yield f"gateway_order_ack_{promise}_p50", ack["p50_us"] / 1000, "ms", None, None
        reach = 1.0 if promise == "matched" else None
        yield f"gateway_order_ack_{promise}_p99", ack["p99_us"] / 1000, "ms", reach, "most"
    yield "gateway_fsync_p50", found["order_ack_durable"]["fsync_p50_us"] / 1000, "ms", None, None
    yield "gateway_fsync_p99", found["order_ack_durable"]["fsync_p99_us"] / 1000, "ms", None, None
    idle, back = found["idle_connections"], found["reconnect_5000"]
    yield "gateway_idle_connections", idle["open"], "", 5000.0, "least"
    yield "gateway_memory_with_them", idle["mib"], "MiB", 512.0, "most"
    yield "gateway_5000_back_in_step", back["seconds"] if back["in_step"] == 5000 else 1e9, "s", 30.0, "most"
    yield "gateway_stop", found["stop_with_5000"]["seconds"], "s", 5.0, "most"


GROUPS = {"feed": feed_rows, "venue": venue_rows, "live": live_rows, "history": history_rows, "replay": replay_rows,
          "heat_map": heat_rows, "panel": panel_rows, "chart": chart_rows, "start": start_rows, "terminal": terminal_rows,
          "matching": book_rows, "core": core_rows, "gateway": gateway_rows}


def wanted(group):
    return not WANTED or any(name in group or group in name for name in WANTED)


rows = []
for group, make in GROUPS.items():
    if not wanted(group):
        continue
    for name, value, unit, reach, sense in make():
        ok = reach is None or (value <= reach if sense == "most" else value >= reach)
        rows.append({"name": name, "value": round(value, 4), "unit": unit, "reach": reach, "ok": ok})
if not rows:
    sys.exit(f"no benchmark matches {' '.join(WANTED)}; there are: {' '.join(GROUPS)}")

width = max(len(row["name"]) for row in rows)
print(f"{'figure':{width}}  {'value':>14}  {'unit':12}  {'reach':>10}  ok")
for row in rows:
    reach = "" if row["reach"] is None else f"{row['reach']:,.6g}"
    mark = "" if row["reach"] is None else "yes" if row["ok"] else "SHORT"
    print(f"{row['name']:{width}}  {row['value']:>14,.6g}  {row['unit']:12}  {reach:>10}  {mark}")
OUT.write_text(json.dumps(rows, indent=2) + "\n")
print(f"written to {OUT}")
