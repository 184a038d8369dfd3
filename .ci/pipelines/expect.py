"""Expectations that name what they expect."""

import sys

_failures = []
_count = 0


def expect(holds: bool, what: str, evidence: str = "") -> None:
    global _count
    _count += 1
    if not holds:
        _failures.append(what)
        print(f"error: {what}\n{evidence}", file=sys.stderr)


def finish(name: str) -> None:
    if _failures:
        sys.exit(f"{name}: {len(_failures)} of {_count} expectations do not hold")
    print(f"{name}: {_count} expectations hold")
