"""DOCX: body text in order; what is damaged or hostile is refused."""

import io
import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml

from corpora.readers import read_source
from corpora.story import Record, Rejected

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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


def save_docx(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Interview", level=1)
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Q", "A", "Why?", "It was late."], strict=True):
        cell.text = text
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "nested"
    paragraph = document.add_paragraph("After ")
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>added</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
    form = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>form</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(form))
    document.save(str(path))
    return path


def test_docx_keeps_paragraphs_tables_and_forms_in_order(tmp_path: Path) -> None:
    assert text_of(save_docx(tmp_path / "a.docx")) == (
        "Interview\n\nBefore the table.\n\nQ | A\nWhy? | It was late. nested\n\nAfter added\n\nform"
    )


def test_a_truncated_docx_is_refused(tmp_path: Path) -> None:
    path = save_docx(tmp_path / "a.docx")
    path.write_bytes(path.read_bytes()[:-200])

    assert refusal_of(path) == "archive is damaged or cut off"


def test_a_docx_with_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    data = bytearray(save_docx(tmp_path / "a.docx").read_bytes())
    start = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").header_offset
    data[start + 200] ^= 0xFF
    (tmp_path / "a.docx").write_bytes(data)

    assert refusal_of(tmp_path / "a.docx") == "archive is damaged or cut off"


def with_member(path: Path, name: str, content: bytes) -> Path:
    """Write the document again with one member changed."""
    old = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return path


def test_a_docx_bomb_is_refused(tmp_path: Path) -> None:
    path = save_docx(tmp_path / "a.docx")
    with_member(path, "word/document.xml", b"<a>" + b" " * 50_000_000 + b"</a>")

    assert refusal_of(path) == "archive would unpack to far more than it should"


def test_a_bomb_that_declares_a_small_size_is_refused(tmp_path: Path) -> None:
    content = b"<a>" + b" " * 9_000_000 + b"</a>"
    path = with_member(save_docx(tmp_path / "a.docx"), "word/document.xml", content)
    size, lie = len(content).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, lie))

    assert refusal_of(path) == "archive would unpack to far more than it should"


def test_xml_entities_in_a_docx_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET")
    path = save_docx(tmp_path / "a.docx")
    xml = (
        f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )

    with_member(path, "word/document.xml", xml.encode())

    assert refusal_of(path) == "document defines XML entities, which Word never does"


def test_a_text_file_called_docx_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("no archive")

    assert refusal_of(tmp_path / "a.docx") == "archive is damaged or cut off"
