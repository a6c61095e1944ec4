"""PDF and DOCX files made for a test, of the shape that plans have."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Pt, RGBColor
from fpdf import FPDF
from fpdf.enums import XPos, YPos

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Kainuun ohjaussuunnitelma"


class _Paper(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, "Kainuun liitto", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, f"Sivu {self.page_no()}")


def write(paper: FPDF, text: str, size: float = 11, style: str = "") -> None:
    paper.set_font("Helvetica", style=style, size=size)
    paper.multi_cell(0, size * 0.5, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(4)


def plan_pdf(more: Callable[[FPDF], None] | None = None) -> bytes:
    """A plan of four pages with a title, chapters, a list, headers and page numbers."""
    paper = _Paper()
    paper.set_title(TITLE)
    paper.set_lang("fi")
    paper.add_page()
    write(paper, TITLE, size=22)
    write(paper, "Sisällys", size=15)
    write(paper, "Nykytila ........................ 2")
    write(paper, "Suunnitelma kokoaa maakunnan ohjauksen tavoitteet vuosille 2025-2029.")
    paper.add_page()
    write(paper, "Nykytila", size=15)
    write(paper, "Kajaanin Ohjaamo palvelee alle 30-vuotiaita keskustassa. " * 4)
    write(paper, "Ohjaus arjessa", style="B")
    for point in ("puhelimella arkisin", "chatissa iltaisin"):
        write(paper, f"- {point}")
    paper.add_page()
    write(paper, "Kehittämiskohteet", size=15)
    write(paper, "Sotkamoon perustetaan liikkuva neuvontapiste vuonna 2026.")
    if more:
        more(paper)
    paper.add_page()
    write(paper, "Seuranta", size=15)
    write(paper, "Tavoitteita seurataan vuosittain.")
    return bytes(paper.output())


def plan_docx(more: Callable[[Any], None] | None = None) -> bytes:
    """The same plan as Word writes it."""
    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.language = "fi-FI"
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("Nykytila\t2", style="toc 1")
    document.add_heading("Nykytila", level=1)
    paragraph = document.add_paragraph("Kajaanin ")
    paragraph.add_run("Ohjaamo").bold = True
    paragraph.add_run(" palvelee alle 30-vuotiaita.")
    document.add_paragraph("puhelimella arkisin", style="List Bullet")
    document.add_heading("Kehittämiskohteet", level=1)
    document.add_heading("Sotkamo", level=2)
    document.add_paragraph("Sotkamoon perustetaan liikkuva neuvontapiste.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Kunta", "Piste", "Kuhmo", "kirjasto"),
        strict=True,
    ):
        cell.text = text
    if more:
        more(document)
    return saved(document)


def saved(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def hide(document: Any) -> None:
    """Text that Word doesn't show: hidden, white, tiny, and deleted with track changes on."""
    document.add_paragraph().add_run("piilotettu lause").font.hidden = True
    document.add_paragraph().add_run("valkoinen lause").font.color.rgb = RGBColor(255, 255, 255)
    document.add_paragraph().add_run("pikkuruinen lause").font.size = Pt(1)
    run = document.add_paragraph().add_run("poistettu lause")
    deleted = OxmlElement("w:del")
    run._r.addprevious(deleted)
    deleted.append(run._r)


def insert(document: Any) -> None:
    """Text that was added with track changes on, which Word shows."""
    run = document.add_paragraph().add_run("lisätty lause")
    inserted = OxmlElement("w:ins")
    run._r.addprevious(inserted)
    inserted.append(run._r)


def bomb_pdf(size: int) -> bytes:
    """A PDF whose page unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table
    return data + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
