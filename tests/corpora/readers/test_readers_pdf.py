"""PDF: paragraphs put back together in reading order, without running headers."""

from pathlib import Path

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

from corpora.readers import read_source
from corpora.story import Record, Rejected


def text_of(path: Path) -> str:
    (item,) = read_source(path, "interviews")
    assert isinstance(item, Record), item
    assert item.native_id == item.where == path.name
    return item.text


def refusal_of(path: Path) -> str:
    (item,) = read_source(path, "interviews")
    assert isinstance(item, Rejected), item
    assert item.where == path.name
    return item.reason


def test_pdf_paragraphs_are_unwrapped_without_headers_and_page_numbers(tmp_path: Path) -> None:
    def decorate(canvas: Canvas, _: object) -> None:
        canvas.drawString(72, 810, "Confidential - Acme")
        canvas.drawString(290, 30, f"Page {canvas.getPageNumber()}")

    story = "The courier rang once and left before anybody could come to the door. " * 12
    style = getSampleStyleSheet()["Normal"]
    style.spaceAfter = 8
    document = SimpleDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4)
    document.build(
        [Paragraph(f"{number}. {story}", style) for number in range(12)],
        onFirstPage=decorate,
        onLaterPages=decorate,
    )

    paragraphs = text_of(tmp_path / "a.pdf").split("\n\n")

    assert paragraphs == [f"{number}. {story}".strip() for number in range(12)]


def draw(path: Path, lines: list[tuple[float, float, str]]) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for x, y, line in lines:
        canvas.drawString(x, y, line)
    canvas.save()
    return path


def test_pdf_hyphens_at_line_ends_are_undone_unless_they_belong_to_the_word(tmp_path: Path) -> None:
    lines = ["I asked about the dis-", "count and the well-", "known manager re-", "fused me."]

    path = draw(tmp_path / "a.pdf", [(72, 700 - 14 * n, line) for n, line in enumerate(lines)])

    assert text_of(path) == "I asked about the discount and the well-known manager refused me."


def test_pdf_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(72, 700 - 14 * n, f"left column line {n}, which") for n in range(6)]
    right = [(320, 700 - 14 * n, f"right column line {n}, which") for n in range(6)]
    title = [(72, 740, "A title over both of the columns, wide enough to span the whole page")]

    text = text_of(draw(tmp_path / "a.pdf", [*title, *left, *right]))

    assert text.startswith("A title over both")
    assert text.index("left column line 5") < text.index("right column line 0")


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    assert refusal_of(draw(tmp_path / "a.pdf", [])) == (
        "no text in the PDF; scanned pages need text recognition first"
    )


def test_a_truncated_pdf_is_refused(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [(72, 700, "They were kind to me.")])
    path.write_bytes(path.read_bytes()[:300])

    assert isinstance(refusal_of(path), str)
