"""PDF, DOCX and plain text: what people see, with headings, and nothing else."""

from __future__ import annotations

import io
import zipfile

import papers
import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from hypothesis import given
from hypothesis import strategies as st

from ingest.importers.blocks import Block, as_plain
from ingest.importers.docx_text import read_docx
from ingest.importers.lines import join
from ingest.importers.pdf_text import UnreadableError, read_pdf
from ingest.importers.plain_text import read_plain


def headings(blocks: list[Block]) -> list[tuple[int, str]]:
    made = as_plain(blocks)
    lines = made.text.splitlines()
    return [(level, lines[line - 1]) for level, line in made.headings]


def test_headings_of_a_pdf_are_told_by_their_letters():
    blocks, told, _ = read_pdf(papers.plan_pdf())

    assert headings(blocks) == [
        (1, papers.TITLE),
        (2, "Sisällys"),
        (2, "Nykytila"),
        (3, "Ohjaus arjessa"),
        (2, "Kehittämiskohteet"),
        (2, "Seuranta"),
    ]
    assert told["title"] == papers.TITLE
    assert told["language"] == "fi"


def test_paragraphs_and_lists_of_a_pdf_are_whole():
    text = as_plain(read_pdf(papers.plan_pdf())[0]).text

    assert "Kajaanin Ohjaamo palvelee alle 30-vuotiaita keskustassa. Kajaanin Ohjaamo" in text
    assert "- puhelimella arkisin\n- chatissa iltaisin\n" in text


def test_headers_page_numbers_and_lists_of_contents_are_left_out_and_told():
    blocks, _, notes = read_pdf(papers.plan_pdf())
    text = as_plain(blocks).text

    assert "Kainuun liitto" not in text
    assert "Sivu" not in text
    assert "....." not in text
    assert notes == [
        "8 headers, footers and page numbers were left out",
        "1 lines of a list of contents were left out",
    ]


def test_words_broken_at_the_end_of_a_line_are_made_whole():
    def more(paper: FPDF) -> None:
        broken = (
            "Pohjois-\nPohjanmaalla työllisyys-\npalveluja saa ELY-\nkeskuksesta ja koulutus-\nja"
        )
        papers.write(paper, broken + " työpaikoilta.")

    whole = (
        "Pohjois-Pohjanmaalla työllisyyspalveluja saa ELY-keskuksesta ja koulutus- ja työpaikoilta."
    )

    assert whole in as_plain(read_pdf(papers.plan_pdf(more))[0]).text


def test_letters_of_a_pdf_that_cannot_be_seen_are_left_out():
    def more(paper: FPDF) -> None:
        paper.set_text_color(255, 255, 255)
        papers.write(paper, "valkoinen lause")
        paper.set_fill_color(0, 0, 120)
        paper.cell(0, 10, "valkoista sinisellä", fill=True)
        paper.ln(14)
        paper.set_text_color(0, 0, 0)
        papers.write(paper, "pikkuruinen lause", size=1.5)
        with paper.local_context(text_mode=TextMode.INVISIBLE):
            papers.write(paper, "maalaamaton lause")
        paper.text(x=900, y=50, text="sivun ulkopuolella")

    blocks, _, notes = read_pdf(papers.plan_pdf(more))
    text = as_plain(blocks).text

    assert "valkoista sinisellä" in text
    for hidden in ("valkoinen", "pikkuruinen", "maalaamaton", "ulkopuolella"):
        assert hidden not in text
    assert "text painted invisibly was left out" in notes


def test_a_pdf_without_text_says_what_to_do():
    paper = FPDF()
    paper.add_page()
    paper.rect(10, 10, 50, 50, style="F")

    with pytest.raises(UnreadableError, match="scan"):
        read_pdf(bytes(paper.output()))


def test_a_locked_or_broken_pdf_is_refused():
    paper = FPDF()
    paper.set_encryption(owner_password="omistaja", user_password="salasana")
    paper.add_page()
    papers.write(paper, "salaista")

    with pytest.raises(UnreadableError, match="locked"):
        read_pdf(bytes(paper.output()))
    with pytest.raises(UnreadableError):
        read_pdf(b"%PDF-1.7\n" + b"x" * 300)


def test_headings_of_a_docx_are_told_by_their_styles():
    blocks, told, notes = read_docx(papers.plan_docx())

    assert headings(blocks) == [
        (1, papers.TITLE),
        (1, "Nykytila"),
        (1, "Kehittämiskohteet"),
        (2, "Sotkamo"),
    ]
    assert Block("Kajaanin Ohjaamo palvelee alle 30-vuotiaita.") in blocks
    assert Block("puhelimella arkisin", item=True) in blocks
    assert Block("Kuhmo | kirjasto", item=True) in blocks
    assert told["title"] == papers.TITLE
    assert told["language"] == "fi"
    assert notes == ["1 lines of a list of contents were left out"]


def test_text_of_a_docx_that_word_does_not_show_is_left_out():
    blocks, _, notes = read_docx(papers.plan_docx(papers.hide))
    text = as_plain(blocks).text

    assert "lause" not in text
    assert "3 pieces of hidden or white text were left out" in notes


def test_text_added_with_track_changes_on_is_read():
    assert Block("lisätty lause") in read_docx(papers.plan_docx(papers.insert))[0]


def test_in_a_docx_without_styles_bold_lines_are_headings():
    import docx

    document = docx.Document()
    document.add_paragraph().add_run("Nykytila").bold = True
    document.add_paragraph("Ohjausta saa kirjastosta.")

    assert headings(read_docx(papers.saved(document))[0]) == [(1, "Nykytila")]


def with_part(name: str, text: bytes) -> bytes:
    """The plan's DOCX with one part replaced or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(papers.plan_docx())) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info.filename))
        new.writestr(name, text)
    return written.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><w:document>&c;</w:document>"""
OUTSIDE = (
    b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"""
)


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_a_docx_whose_xml_declares_entities_is_refused(text):
    with pytest.raises(UnreadableError, match="entities"):
        read_docx(with_part("word/document.xml", text))


def test_a_docx_that_is_a_bomb_or_leads_outside_is_refused():
    with pytest.raises(UnreadableError, match="bomb"):
        read_docx(with_part("word/media/a.xml", b"<a>" + b"0" * 40_000_000))
    with pytest.raises(UnreadableError, match="leads out"):
        read_docx(with_part("../../etc/cron.xml", b"<a/>"))


def test_what_is_no_docx_is_refused():
    with pytest.raises(UnreadableError, match="no DOCX"):
        read_docx(b"PK\x03\x04 nothing")
    with pytest.raises(UnreadableError):
        read_docx(with_part("word/document.xml", b"<w:document"))


PLAIN = """\
KAINUUN OHJAUSSUUNNITELMA

Suunnitelma kokoaa maakunnan ohjauksen
tavoitteet.

1. Nykytila

Ohjausta saa:
- kirjastosta
- verkosta, myös
  iltaisin

1.1 Nuoret

Nuoria auttaa Ohjaamo.

2 Kehittämiskohteet

Parannetaan työllisyys-
palveluja.
"""


def test_headings_of_a_plain_text_are_told_by_number_and_shape():
    blocks, _, notes = read_plain(PLAIN.encode())

    assert headings(blocks) == [
        (1, "KAINUUN OHJAUSSUUNNITELMA"),
        (1, "1. Nykytila"),
        (2, "1.1 Nuoret"),
        (1, "2 Kehittämiskohteet"),
    ]
    assert Block("verkosta, myös iltaisin", item=True) in blocks
    assert Block("Parannetaan työllisyyspalveluja.") in blocks
    assert notes == []


def test_headings_of_markdown_are_told_by_their_marks():
    text = (
        "# Suunnitelma\n\nAlku.\n\nNykytila\n---\nTeksti **vahva** tässä.\n\n### Syvä ###\nLoppu.\n"
    )

    blocks = read_plain(text.encode())[0]

    assert headings(blocks) == [(1, "Suunnitelma"), (2, "Nykytila"), (3, "Syvä")]
    assert Block("Teksti vahva tässä.") in blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encodings_that_people_have(encoding):
    assert read_plain("Työpaja äänekoskella – 5 €.".encode(encoding))[0] == [
        Block("Työpaja äänekoskella – 5 €.")
    ]


@pytest.mark.parametrize("data", [b"", b"  \n ", b"a\0b", b"\xff\xfea"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableError):
        read_plain(data)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_heading_line_of_any_text_holds_a_heading(text):
    try:
        blocks = read_plain(text.encode())[0]
    except UnreadableError:
        return
    made = as_plain(blocks)
    lines = made.text.splitlines()

    assert all(lines[line - 1].strip() for _, line in made.headings)
    assert [line for _, line in made.headings] == sorted({line for _, line in made.headings})


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("työllisyys-", "palvelut", "työllisyyspalvelut"),
        ("ELY-", "keskus", "ELY-keskus"),
        ("Pohjois-", "Pohjanmaa", "Pohjois-Pohjanmaa"),
        ("koulutus-", "ja työpaikka", "koulutus- ja työpaikka"),
        ("COVID19-", "rokote", "COVID19-rokote"),
        ("ensin", "sitten", "ensin sitten"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_a_word_was_broken(first, second, whole):
    assert join(first, second) == whole
