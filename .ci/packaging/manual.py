#!/usr/bin/env python3
"""manual.py PROGRAM VERSION OUTPUT: the manual page, from what the program says of itself."""

import json
import pathlib
import subprocess
import sys
import time

from archives import EPOCH

STATUS = [
    ("0", "pass: the required evidence is present"),
    ("1", "fail: a rule at or above the threshold is not satisfied"),
    ("2", "usage, configuration or policy error; no verdict was attempted"),
    ("3", "undecided: something could not be read or judged, or nothing was checked"),
]


def roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in {".", "'"} else line for line in escaped.split("\n"))


def spelled(argument: dict) -> str:
    value = f" \\fI{roff(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        return value.strip()
    names = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    words = ", ".join(f"\\fB{roff(name)}\\fR" for name in names)
    return words + (value if argument["kind"] == "option" else "")


def shown(command: dict, path: str):
    yield f".SH {roff(path).upper()}" if path.count(" ") == 0 else f".SS {roff(path)}"
    for key in ("abstract", "discussion"):
        text = command.get(key, "").strip()
        if text and key == "abstract":
            yield roff(text)
        elif text:
            yield f".PP\n.nf\n{roff(text)}\n.fi"
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True):
            yield f".TP\n{spelled(argument)}\n{roff(argument.get('abstract', ''))}"
    for sub in command.get("subcommands", []):
        if sub["commandName"] != "help" and sub.get("shouldDisplay", True):
            yield from shown(sub, f"{path} {sub['commandName']}")


def main() -> None:
    program, version, output = sys.argv[1:4]
    dump = subprocess.run(
        [program, "--experimental-dump-help"], check=True, capture_output=True, text=True
    )
    command = json.loads(dump.stdout)["command"]
    day = time.strftime("%Y-%m-%d", time.gmtime(EPOCH))
    lines = [
        f'.TH MODELGATE 1 "{day}" "modelgate {version}" "User commands"',
        ".SH NAME", f"modelgate \\- {roff(command.get('abstract', '').rstrip('.'))}",
        ".SH SYNOPSIS", "\\fBmodelgate\\fR \\fIcommand\\fR [\\fIoptions\\fR]",
        *shown(command, "commands"),
        ".SH EXIT STATUS", *(f".TP\n\\fB{code}\\fR\n{roff(text)}" for code, text in STATUS),
        ".SH FILES",
        *(
            f".TP\n\\fI{roff(name)}\\fR\n{roff(text)}"
            for name, text in [
                ("modelgate.yml", "the policy: rule packs, parameters, where waivers are"),
                ("ai-system.yml", "the declaration of one AI system; anywhere in the tree"),
                ("modelgate-waivers.yml", "who accepted which gap, why, and until when"),
            ]
        ),
        ".SH NOTES", roff("The program opens no network connection. It needs /proc to be mounted."),
    ]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
