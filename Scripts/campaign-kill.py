#!/usr/bin/env python3
"""Kills the agent with SIGKILL at random moments while mixed files arrive, and compares the end with a calm run.

usage: campaign-kill.py --vigie PATH [--files 300] [--kills 200] [--seed N]

Portfolio, alert ids and the place of every file must equal those of an uninterrupted run of the same files in the
same order. Prints the seed; exits 1 where anything differs.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Benchmarks"))
sys.argv, arguments = [sys.argv[0], "none", "none", "0"], sys.argv[1:]
import generate  # noqa: E402  (its main does nothing for "none")


def make(chance, count):
    """Names and contents: e-invoices, tables, payments, limits, bad files, duplicates, conflicts."""
    files, numbers = [], []
    for n in range(count):
        kind = chance.randrange(20)
        customer = chance.randrange(12)
        if kind < 8:
            number = f"K{n:05d}"
            numbers.append((number, customer))
            files.append((f"{n:04d}.xml", generate.ubl(number, customer, chance.randrange(1, 29), chance.randrange(1000, 900000))))
        elif kind < 12:
            rows = "".join(f"T{n}-{r};2026-10-{chance.randrange(1, 29):02d};2026-11-20;{generate.siren(customer)};{chance.randrange(10, 9000)},50\n"
                           for r in range(chance.randrange(1, 9)))
            bad = "T-bad;2026-02-30;;;x\n" if chance.randrange(4) == 0 else ""
            files.append((f"{n:04d}.csv", "numero;date;echeance;siren;montant_ttc\n" + rows + bad))
        elif kind < 16 and numbers:
            number, customer = chance.choice(numbers)
            files.append((f"{n:04d}.csv", "date;reference;siren;montant;facture\n"
                          f"2026-11-{chance.randrange(1, 22):02d};P{n};{generate.siren(customer)};{chance.randrange(10, 5000)},00;{number}\n"))
        elif kind == 16:
            files.append((f"{n:04d}.csv", "siren;assureur;limite_assuree;debut;statut\n"
                          f"{generate.siren(customer)};A;{chance.randrange(1000, 20000)},00;2026-01-{chance.randrange(1, 28):02d};accordée\n"))
        elif kind == 17:
            files.append((f"{n:04d}.txt", f"nothing anybody knows {n}\n"))
        elif kind == 18 and files:
            files.append((f"{n:04d}-again.csv", files[chance.randrange(len(files))][1]))
        elif numbers:
            number, customer = chance.choice(numbers)
            files.append((f"{n:04d}.xml", generate.ubl(number, customer, 3, 77700)))
    return files


def home(parent, name):
    path = Path(parent) / name
    (path / "inbox").mkdir(parents=True)
    shutil.copytree(ROOT / "rules", path / "rules")
    return path


def drop(path, name, text):
    # By rename, as a careful exporter does; arrival order is then the order of the drops.
    hidden = path / "inbox" / ("." + name)
    hidden.write_text(text, encoding="utf-8")
    os.rename(hidden, path / "inbox" / name)


def result(path):
    places = sorted(str(p.relative_to(path)) for folder in ("inbox", "processed", "rejected")
                    for p in (path / folder).rglob("*") if p.is_file())
    lines = [json.loads(line) for line in (path / "alerts" / "alerts.jsonl").read_text().splitlines()]
    return (path / "portfolio" / "portfolio.json").read_bytes(), {line["id"] for line in lines}, places


def run(vigie, path, files, chance, kills):
    start = lambda: subprocess.Popen([vigie, "run", "--home", str(path)], stderr=subprocess.DEVNULL)
    agent, left = start(), kills
    for place, (name, text) in enumerate(files):
        drop(path, name, text)
        time.sleep(chance.random() * 0.01)
        while left and chance.random() < kills / len(files):
            left -= 1
            time.sleep(chance.random() * 0.05)
            agent.kill()
            agent.wait()
            agent = start()
    while left > 0:
        left -= 1
        time.sleep(chance.random() * 0.05)
        agent.kill()
        agent.wait()
        agent = start()
    for _ in range(600):
        if not [n for n in os.listdir(path / "inbox") if not n.startswith(".")]:
            break
        time.sleep(0.1)
    time.sleep(0.5)
    agent.send_signal(signal.SIGTERM)
    assert agent.wait(60) == 0, "SIGTERM did not end the agent with 0"
    return result(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", default=str(ROOT / ".build" / "release" / "vigie"))
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args(arguments)
    print("seed", options.seed, flush=True)
    files = make(random.Random(options.seed), options.files)
    with tempfile.TemporaryDirectory() as parent:
        calm = run(options.vigie, home(parent, "calm"), files, random.Random(1), 0)
        storm = run(options.vigie, home(parent, "storm"), files, random.Random(options.seed + 1), options.kills)
        extra = set(storm[2]) - set(calm[2])
        reasons = [(Path(parent) / "storm" / p).read_text()[:400] for p in extra if p.endswith(".reason.json")]
    same = True
    for what, left, right in zip(("portfolio", "alert ids", "places"), calm, storm):
        if left != right:
            same = False
            print(what, "differ")
            if what != "portfolio":
                print("  only calm:", sorted(set(left) - set(right))[:10])
                print("  only storm:", sorted(set(right) - set(left))[:10])
    for reason in reasons:
        print("  reason:", reason)
    print(f"{len(files)} files, {options.kills} kills, {len(calm[1])} alerts, {len(calm[2])} kept files:",
          "equal" if same else "DIFFERENT")
    sys.exit(0 if same else 1)


main()
