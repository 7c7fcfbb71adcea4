#!/usr/bin/env python3
"""Changes real files and watches `vigie read --json` take them: no crash, no hang, no flood of memory.

    Scripts/checks/fuzz-read.py [--vigie .build/debug/vigie] [--corpus ../shared/corpus] [--cases 3000] [--seed 1]

Two kinds of change. *Hostile* ones (cut, flipped bits, huge fields, doubled elements, text in another character set)
may be read or refused, but the process must end by itself within the limits. *Harmless* ones (prefixes renamed, comments
inside values, byte order mark, UTF-16, white space, line ends, order of attributes) must give the same documents as
the file itself. Files are handed over many at a time; a call that fails is run again file by file to name the culprit,
whose copy is kept in the folder that is printed. Exit status 1 where anything was found.
"""
import argparse
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

SECONDS = 5
MEGABYTES = 300
FILES_A_CALL = 40


class Outcome:
    def __init__(self, status, output, errors, seconds, memory):
        self.status, self.output, self.errors = status, output, errors
        self.seconds, self.memory = seconds, memory

    def fault(self, files):
        if self.status == "hang":
            return f"hang: more than {SECONDS * files} s"
        if self.status not in (0, 1):
            return f"ended with {self.status}: {self.errors[-300:]!r}"
        if self.memory > MEGABYTES << 20:
            return f"{self.memory >> 20} MB of memory"
        return None


def read(vigie, home, paths):
    """One call of `vigie read --json`; the child's own peak memory, not that of all children."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        child = subprocess.Popen(
            [vigie, "read", "--json", "--home", home, *paths], stdout=output, stderr=errors,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        limit, status, memory = start + SECONDS * len(paths), None, 0
        while status is None:
            pid, code, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status, memory = os.waitstatus_to_exitcode(code), usage.ru_maxrss << 10
            elif time.monotonic() > limit:
                os.kill(child.pid, signal.SIGKILL)
                os.wait4(child.pid, 0)
                status = "hang"
            else:
                time.sleep(0.005)
        child.returncode = 0
        for file in (output, errors):
            file.seek(0)
        return Outcome(status, output.read(), errors.read(), time.monotonic() - start, memory)


# Hostile changes: bytes and a source of chance in, bytes out.

def cut(data, chance):
    return data[:chance.randrange(len(data))]


def cut_front(data, chance):
    return data[chance.randrange(min(len(data), 400)):]


def flip(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8, 64])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def swap_digits(data, chance):
    """Other numbers in the same places: dates that do not exist, sums that do not add up, lengths that lie."""
    places = [m.span() for m in re.finditer(rb"\d+", data)]
    changed = bytearray(data)
    for start, end in chance.sample(places, min(len(places), chance.choice([1, 3, 20]))):
        for place in range(start, end):
            changed[place] = 0x30 + chance.randrange(10)
    return bytes(changed)


def stuff(data, chance):
    """A field that is far too long, or a number far too large."""
    place = chance.randrange(len(data))
    filler = chance.choice([b"9", b"A", b"\xc3\xa9", b" ", b"\x00", b"-", b";", b"\n", b"<a>", b'"', b"\xff"])
    return data[:place] + filler * chance.choice([40, 5000, 70000, 300000]) + data[place:]


def repeat_piece(data, chance):
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 4000))
    return data[:end] + data[start:end] * chance.choice([1, 2, 50]) + data[end:]


def drop_piece(data, chance):
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 400):]


def double_element(data, chance):
    found = list(re.finditer(rb"<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*</\1>", data))
    if not found:
        return repeat_piece(data, chance)
    element = chance.choice(found)
    return data[:element.end()] + element.group() * chance.choice([1, 2, 300]) + data[element.end():]


def drop_element(data, chance):
    found = list(re.finditer(rb"<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*</\1>", data))
    if not found:
        return drop_piece(data, chance)
    element = chance.choice(found)
    return data[:element.start()] + data[element.end():]


def odd_value(data, chance):
    """A value that programs write and people do not expect."""
    values = [b"", b"NaN", b"1e5", b"-0", b"+1.00", b"1,00", b"0x10", b"99999999999999999999.99", b"-9223372036854775808",
              b"9223372036854775807", b".5", b"5.", b"2026-02-30", b"0000-00-00", b"9999-12-31", b"2026-13-01", b"INF",
              b"0.000000000000000000000001", b"\xe2\x80\xae", b"<![CDATA[]]>", b"&amp;", b"&#0;", b"92233720368547758.07"]
    found = list(re.finditer(rb">([^<>]+)<|[;\t,:|]([^;\t,:|\n\r]{1,30})(?=[;\t,:|\n\r])", data))
    if not found:
        return flip(data, chance)
    hit = chance.choice(found)
    group = 1 if hit.group(1) is not None else 2
    return data[:hit.start(group)] + chance.choice(values) + data[hit.end(group):]


def recode(data, chance):
    """The same text in another character set, perhaps one that the file itself denies."""
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16", "utf-16-be", "utf-16-le", "utf-32", "cp1252", "cp850", "cp500"]), "replace")


def shuffle_lines(data, chance):
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


HOSTILE = [cut, cut_front, flip, swap_digits, stuff, repeat_piece, drop_piece, double_element, drop_element, odd_value,
           recode, shuffle_lines]


# Harmless changes: None where the file is not one the change is for.

def is_xml(data):
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"<!DOCTYPE" not in data


def utf8(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def without_declaration(text):
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def with_mark(data):
    return None if utf8(data) is None or data.startswith(b"%PDF") or not is_plain(data) else b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf")


def is_plain(data):
    """Text that its bytes or its declaration say to be UTF-8."""
    declared = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([^\"']+)", data.removeprefix(b"\xef\xbb\xbf"))
    return declared is None or declared.group(1).lower() == b"utf-8"


def as_utf16(data):
    text = utf8(data)
    if text is None or not is_plain(data) or data.startswith(b"%PDF"):
        return None
    if is_xml(data):
        return ('<?xml version="1.0" encoding="UTF-16"?>' + without_declaration(text)).encode("utf-16")
    return text.encode("utf-16")


def renamed(data):
    """Every prefix replaced, the default namespace given one."""
    if not is_xml(data):
        return None
    try:
        return tree.tostring(tree.fromstring(data), encoding="utf-8", xml_declaration=True)
    except tree.ParseError:
        return None


def outside_comments(change, data):
    """The change made to every stretch of markup that is no comment and no character data."""
    pieces = re.split(rb"(<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)", data, flags=re.S)
    return b"".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))


def commented(data):
    """A comment and a processing instruction inside every other value."""
    if not is_xml(data):
        return None
    turn = iter(range(1 << 30))
    def split(match):
        text = match.group(2)
        if next(turn) % 2 or not text.strip() or b"&" in text or b"<" in text or len(text) > 200:
            return match.group()
        half = len(text) // 2
        while half < len(text) and text[half] & 0xC0 == 0x80:
            half += 1
        return match.group(1) + text[:half] + b"<!-- x --><?y z?>" + text[half:] + match.group(3)
    return outside_comments(lambda piece: re.sub(rb"(<[\w:.-]+(?:\s[^<>]*)?>)([^<>]+)(</)", split, piece), data)


def spaced(data):
    if not is_xml(data):
        return None
    value = rb"(<[\w:.-]+(?:\s[^<>]*[^/<>])?>)([^<>]*[^\s<>][^<>]*)(</)"
    return outside_comments(lambda piece: re.sub(value, rb"\1\n\t  \2  \r\n\3", piece), data)


def attributes_turned(data):
    """Attributes in the other order, in the other quotes, with spaces around the sign."""
    if not is_xml(data):
        return None
    def turn(match):
        found = re.findall(rb"([\w:.-]+)\s*=\s*(\"[^\"<']*\"|'[^'<\"]*')", match.group(2))
        if not found or len(re.findall(rb"=", match.group(2))) < len(found):
            return match.group()
        rest = re.sub(rb"[\w:.-]+\s*=\s*(\"[^\"<']*\"|'[^'<\"]*')", b"", match.group(2)).strip()
        if rest:
            return match.group()
        return match.group(1) + b"".join(b"\n " + name + b" = '" + value[1:-1] + b"'" for name, value in reversed(found)) + match.group(3)
    return outside_comments(lambda piece: re.sub(rb"(<[A-Za-z][\w:.-]*)(\s[^<>]*?)(/?>)", turn, piece), data)


def other_line_ends(data):
    if data.startswith(b"%PDF") or b"\r" in data:
        return None
    return data.replace(b"\n", b"\r\n")


def cdata(data):
    if not is_xml(data):
        return None
    value = rb"(<[\w:.-]+(?:\s[^<>]*[^/<>])?>)([^<>&]*[^\s<>&][^<>&]*)(</)"
    return outside_comments(lambda piece: re.sub(value, rb"\1<![CDATA[\2]]>\3", piece), data)


def prolog(data):
    if not is_xml(data):
        return None
    text = data.removeprefix(b"\xef\xbb\xbf")
    declaration = re.match(rb"\s*<\?xml[^>]*\?>", text)
    end = declaration.end() if declaration else 0
    return text[:end].lstrip() + b"\n<!-- <Invoice/> -->\n<?xml-stylesheet href='x'?>\n" + text[end:] + b"\n<!-- end -->\n"


HARMLESS = [with_mark, as_utf16, renamed, commented, spaced, attributes_turned, other_line_ends, cdata, prolog]


def documents(output):
    """The documents without what a line break more or less changes."""
    return [re.sub(rb'"line":\d+,?', b"", line) for line in output.splitlines()]


class Campaign:
    def __init__(self, options):
        self.vigie, self.chance = os.path.abspath(options.vigie), random.Random(options.seed)
        self.home = tempfile.mkdtemp(prefix="vigie-fuzz-home-")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vigie-fuzz-"))
        self.faults, self.cases, self.slowest, self.largest = [], 0, 0.0, 0
        corpus = pathlib.Path(options.corpus)
        self.seeds = [p for p in sorted(corpus.rglob("*")) if p.is_file() and p.name != "README.md"
                      and (not options.only or options.only in str(p))]

    def note(self, path, reason):
        self.faults.append((path, reason))
        print(f"FAULT {path}: {reason}", flush=True)

    def run(self, paths):
        outcome = read(self.vigie, self.home, [str(p) for p in paths])
        self.cases += len(paths)
        self.slowest = max(self.slowest, outcome.seconds / len(paths))
        self.largest = max(self.largest, outcome.memory)
        return outcome

    def take(self, paths):
        """Hostile files: looked at together, and one by one where something happened."""
        if self.run(paths).fault(len(paths)) is None:
            return [path.unlink() for path in paths]
        for path in paths:
            reason = self.run([path]).fault(1)
            if reason:
                self.note(path, reason)
            else:
                path.unlink()

    def hostile(self, count):
        waiting = []
        for number in range(count):
            seed = self.chance.choice(self.seeds)
            data = seed.read_bytes()
            for _ in range(self.chance.choice([1, 1, 1, 2, 4])):
                data = (self.chance.choice(HOSTILE)(data, self.chance) or b"x")[:8 << 20]
            path = self.folder / f"{number:06}-{seed.name[:80]}"
            path.write_bytes(data)
            waiting.append(path)
            if len(waiting) == FILES_A_CALL:
                self.take(waiting)
                waiting = []
        if waiting:
            self.take(waiting)

    def harmless(self):
        for seed in self.seeds:
            data = seed.read_bytes()
            changed = [(change.__name__, result) for change in HARMLESS if (result := change(data)) and result != data]
            if not changed:
                continue
            folder = self.folder / "harmless"
            folder.mkdir(exist_ok=True)
            paths = []
            for name, result in changed:
                (folder / name).mkdir(exist_ok=True)
                paths.append(folder / name / seed.name)
                paths[-1].write_bytes(result)
            wanted = documents(self.run([seed]).output)
            if documents(self.run(paths).output) == wanted * len(paths):
                [path.unlink() for path in paths]
                continue
            for path in paths:
                found = self.run([path])
                if documents(found.output) != wanted:
                    self.note(path, f"other documents than {seed} ({len(wanted)}): {found.errors[:300]!r}")
                else:
                    path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vigie", default=".build/debug/vigie")
    parser.add_argument("--corpus", default="../shared/corpus")
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="only seeds whose path holds this text")
    options = parser.parse_args()
    campaign = Campaign(options)
    print(f"{len(campaign.seeds)} files of {options.corpus}, seed {options.seed}, kept in {campaign.folder}", flush=True)
    campaign.harmless()
    print(f"harmless changes done: {campaign.cases} readings, {len(campaign.faults)} faults", flush=True)
    campaign.hostile(options.cases)
    print(f"{campaign.cases} readings, {len(campaign.faults)} faults, slowest mean {campaign.slowest:.2f} s a file, "
          f"most memory {campaign.largest >> 20} MB")
    sys.exit(1 if campaign.faults else 0)


if __name__ == "__main__":
    main()
