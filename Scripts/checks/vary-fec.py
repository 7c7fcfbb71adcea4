#!/usr/bin/env python3
"""Writes a FEC again as other packages would, and checks that vigie reads the same documents from every variant.

    Scripts/checks/vary-fec.py FEC.txt [path/to/vigie]

Variants: separators (tab, bar, semicolon), character sets, line ends (LF, CR LF, CR CR LF, CR), a trailing separator, a
bar inside labels, `Montant` with `Sens` (D/C, +1/-1), 18, 21 and 22 columns, zero-padded amounts with a sign in front,
credits written as negative debits, days as DD/MM/YYYY, names in another case. Amounts, dates, numbers, customers and
links must not change by any of them; the 411 sums are those that compare-fec.py adds up. Exits 1 where one differs.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

COLUMNS = ["JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
           "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
           "Idevise"]
MORE = ["DateRglt", "ModeRglt", "NatOp", "IdClient"]
DAYS = {"EcritureDate", "PieceDate", "DateLet", "ValidDate", "DateRglt"}


def compare_fec():
    path = pathlib.Path(__file__).with_name("compare-fec.py")
    source = path.read_text().replace("\nmain()\n", "\n")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare_fec", loader=None))
    exec(compile(source, str(path), "exec"), module.__dict__)
    return module


def slashed(day):
    return f"{day[6:8]}/{day[4:6]}/{day[:4]}" if len(day) == 8 and day.isdigit() else day


def french(value):
    return f"{value:.2f}".replace(".", ",")


def padded(value):
    return ("-" if value < 0 else " ") + f"{abs(value):018.2f}".replace(".", ",")


class Table:
    """The rows as names and values, to be written in one shape or another."""

    def __init__(self, fec, rows):
        self.fec = fec
        self.rows = [{name: row.get(name.lower(), "") for name in COLUMNS + MORE} for row in rows]

    def lines(self, separator="\t", columns=COLUMNS, names=str, row=lambda row: row, trailing="", ):
        yield separator.join(names(column) for column in columns) + trailing
        for original in self.rows:
            changed = row(dict(original))
            yield separator.join(changed[column].replace(separator, " ") for column in columns) + trailing

    def amounts(self, row):
        return self.fec.amount(row["Debit"]), self.fec.amount(row["Credit"])

    def with_sense(self, plus, minus):
        def change(row):
            debit, credit = self.amounts(row)
            row["Montant"], row["Sens"] = (french(credit), minus) if credit and not debit else (french(debit - credit), plus)
            return row
        columns = [{"Debit": "Montant", "Credit": "Sens"}.get(column, column) for column in COLUMNS]
        return self.lines(columns=columns, row=change)

    def with_amounts(self, write):
        def change(row):
            row["Debit"], row["Credit"] = (write(amount) for amount in self.amounts(row))
            return row
        return change

    def turned(self, row):
        debit, credit = self.amounts(row)
        if credit and not debit:
            row["Debit"], row["Credit"] = french(-credit), french(0 * credit)
        return row

    def slashed(self, row):
        return {name: slashed(value) if name in DAYS else value for name, value in row.items()}

    def barred(self):
        """A bar inside every third label of a file that bars separate."""
        lines = list(self.lines("|"))
        for place in range(1, len(lines), 3):
            cells = lines[place].split("|")
            label = cells[10]
            cells[10] = label[:len(label) // 2] + "|" + label[len(label) // 2:]
            lines[place] = "|".join(cells)
        return lines

    def variants(self):
        plain = lambda **options: "\n".join(self.lines(**options)) + "\n"
        yield "tab, 18 columns", plain().encode()
        yield "21 columns", plain(columns=COLUMNS + MORE[:3]).encode()
        yield "22 columns", plain(columns=COLUMNS + MORE).encode()
        yield "bar", plain(separator="|").encode()
        yield "semicolon", plain(separator=";").encode()
        yield "byte order mark", plain().encode("utf-8-sig")
        yield "UTF-16", plain().encode("utf-16")
        for name in ("cp1252", "iso-8859-15", "cp850"):
            try:
                yield name, plain().encode(name)
            except UnicodeEncodeError:
                pass
        for name, end in (("CR LF", "\r\n"), ("CR CR LF", "\r\r\n"), ("CR", "\r")):
            yield name, plain().replace("\n", end).encode()
        yield "no last line end", plain().rstrip("\n").encode()
        yield "trailing separator", plain(separator="|", trailing="|").encode()
        yield "bar in labels", ("\n".join(self.barred()) + "\n").encode()
        yield "Montant, D and C", ("\n".join(self.with_sense("D", "C")) + "\n").encode()
        yield "Montant, +1 and -1", ("\n".join(self.with_sense("+1", "-1")) + "\n").encode()
        yield "zero-padded", plain(row=self.with_amounts(padded)).encode()
        yield "negative debits", plain(row=self.turned).encode()
        yield "days with slashes", plain(row=self.slashed).encode()
        yield "names in capitals", plain(names=str.upper).encode()
        yield "names with blanks", plain(names=lambda name: f" {name} ").encode()


def documents(vigie, path):
    run = subprocess.run([vigie, "read", "--json", path], capture_output=True, text=True)
    found = []
    for line in run.stdout.splitlines():
        document = json.loads(line)
        for key in ("line", "text", "warnings", "ordinal"):
            document.pop(key, None)
        found.append(json.dumps(document, sort_keys=True))
    return sorted(found), run.stdout.splitlines(), run.stderr


def main():
    path = sys.argv[1]
    vigie = sys.argv[2] if len(sys.argv) > 2 else ".build/debug/vigie"
    fec = compare_fec()
    table, sums = Table(fec, fec.rows(path)), fec.from_fec(path)
    wanted, _, _ = documents(vigie, path)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in table.variants():
            variant = pathlib.Path(folder, pathlib.Path(path).name)
            variant.write_bytes(data)
            found, lines, errors = documents(vigie, str(variant))
            read = fec.from_vigie(lines)
            if any(sums[code] != read[code] for code in {*sums, *read}):
                wrong, reason = wrong + 1, "other 411 sums"
            elif found != wanted:
                wrong, reason = wrong + 1, f"{len(set(found) ^ set(wanted))} documents differ"
            else:
                reason = "same"
            print(f"{name}: {len(found)} documents, {reason}" + (f"\n    {errors[:300]}" if reason != "same" else ""))
    sys.exit(1 if wrong else 0)


main()
