#!/usr/bin/env python3
"""Holds the installer together: its files parse, agree with each other and with the program, and pass the tools
that would run them.

check_installer.py ROOT PART    one part; 77 when its tool is missing, or no package was made
check_installer.py ROOT --all   every part; what is missing is an error
"""
import pathlib
import sys
import traceback

SKIPPED = 77

try:
    import installer_rules
    import installer_tools
except ModuleNotFoundError as missing:
    print(f"skipped: Python has no module {missing.name} (Debian: python3-{missing.name})")
    sys.exit(1 if sys.argv[2:] == ["--all"] else SKIPPED)


def run(root, part):
    """None where the tool is missing, otherwise what is wrong."""
    try:
        return PARTS[part](root)
    except installer_tools.Missing as missing:
        print(f"{part}: skipped: {missing}")
        return None
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as problem:
        line = traceback.extract_tb(problem.__traceback__)[-1]
        return [f"a file lacks what every one of its kind has: {problem!r} ({line.name}, line {line.lineno})"]


PARTS = {"rules": installer_rules.check} | installer_tools.PARTS


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    every = sys.argv[2] == "--all"
    status = 0
    for part in PARTS if every else [sys.argv[2]]:
        errors = run(root, part)
        if errors is None:
            status = max(status, 1 if every else SKIPPED)
            continue
        print("\n".join(f"{part}: {error}" for error in errors) or f"{part}: ok")
        status = max(status, 1 if errors else 0)
    return status


sys.exit(main())
