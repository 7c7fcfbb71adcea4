"""Writes the small PDFs beside it: what producers do and what attackers do. Needs pikepdf (Python, MPL-2.0)."""
import os
import zlib

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String

HERE = os.path.dirname(os.path.abspath(__file__))
XML = b'<?xml version="1.0"?><facture>une facture</facture>'


def path(name):
    return os.path.join(HERE, name)


def blank():
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    return pdf


def spec(pdf, name, data, compress=True):
    stream = pdf.make_stream(data)
    if compress:
        stream.write(zlib.compress(data), filter=Name.FlateDecode)
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=stream)))


def names(pdf, tree):
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree)


def save(pdf, name, **options):
    pdf.save(path(name), deterministic_id="encryption" not in options, compress_streams=False, **options)


def main():
    # A tree with kids in object streams, a decoy first, the invoice's name in capitals, Flate.
    pdf = blank()
    decoy, invoice = spec(pdf, "annexe.pdf", b"%PDF-1.4 decoy"), spec(pdf, "FACTUR-X.XML", XML)
    leaf = lambda key, item: pdf.make_indirect(Dictionary(Limits=Array([String(key)] * 2), Names=Array([String(key), item])))
    names(pdf, Dictionary(Kids=Array([leaf("a", decoy), leaf("b", invoice)])))
    save(pdf, "kids-object-streams.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)

    # Only the catalogue's /AF names it; stored as it is.
    pdf = blank()
    pdf.Root.AF = Array([spec(pdf, "xrechnung.xml", XML, compress=False)])
    save(pdf, "af-only-raw.pdf")

    # The tree leads back to its root.
    pdf = blank()
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree, Dictionary(Kids=Array([tree]))])
    names(pdf, tree)
    save(pdf, "cycle.pdf")

    pdf = blank()
    names(pdf, Dictionary(Names=Array([String("order-x.xml"), spec(pdf, "order-x.xml", XML)])))
    save(pdf, "order.pdf")

    pdf = blank()
    names(pdf, Dictionary(Names=Array([String("a"), spec(pdf, "notes.txt", b"x"), String("b"), spec(pdf, "cgv.pdf", b"y")])))
    save(pdf, "other-attachments.pdf")

    pdf = blank()
    save(pdf, "none.pdf")

    pdf = blank()
    names(pdf, Dictionary(Names=Array([
        String("a"), spec(pdf, "factur-x.xml", XML), String("b"), spec(pdf, "factur-x.xml", XML + b" ")])))
    save(pdf, "two-that-differ.pdf")

    # Something else under the invoice's name.
    pdf = blank()
    names(pdf, Dictionary(Names=Array([String("a"), spec(pdf, "factur-x.xml", b"numero;date\n1;2")])))
    save(pdf, "not-xml.pdf")

    # A readable message that is no invoice, under the invoice's name.
    pdf = blank()
    camt = (b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Id>1</Id></Stmt>"
            b"</BkToCstmrStmt></Document>")
    names(pdf, Dictionary(Names=Array([String("a"), spec(pdf, "factur-x.xml", camt)])))
    save(pdf, "statement.pdf")

    for name, user in [("encrypted-empty-password.pdf", ""), ("encrypted.pdf", "secret")]:
        pdf = blank()
        names(pdf, Dictionary(Names=Array([String("a"), spec(pdf, "factur-x.xml", XML)])))
        save(pdf, name, encryption=pikepdf.Encryption(owner="owner", user=user, R=4))

    # 40 MB of zeros in the attachment, in 40 kB.
    pdf = blank()
    names(pdf, Dictionary(Names=Array([String("a"), spec(pdf, "factur-x.xml", bytes(40 << 20))])))
    save(pdf, "bomb-attachment.pdf")

    pdf = blank()
    stream = pdf.make_stream(XML)
    stream.write(b"3C3F>", filter=Name.ASCIIHexDecode)
    names(pdf, Dictionary(Names=Array([String("a"), Dictionary(
        Type=Name.Filespec, F=String("factur-x.xml"), EF=Dictionary(F=stream))])))
    save(pdf, "ascii-hex.pdf")

    # 40 MB of zeros where the library looks first: the cross-reference stream.
    packed = zlib.compress(bytes(40 << 20))
    head = b"%PDF-1.5\n1 0 obj\n<</Type /Catalog>>\nendobj\n"
    table = b"2 0 obj\n<</Type /XRef /Size 3 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d>>\nstream\n" % len(packed)
    with open(path("bomb-structure.pdf"), "wb") as file:
        file.write(head + table + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head))


if __name__ == "__main__":
    main()
