"""An inbox with a file of every format that is read, and canaries wherever a file can hold one."""

import csv
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import xlsxwriter  # type: ignore[import-untyped] # it ships no types
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped] # likewise
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

from tests.pipelines.canary_making import Canaries

Write = Callable[[Path, Canaries, list[str]], None]


def fill_inbox(inbox: Path, canaries: Canaries) -> None:
    """Write a good file of every format, and files that will be refused for every reason."""
    for number, (suffix, write) in enumerate(WRITERS.items(), start=1):
        road = suffix.removeprefix(".")
        folder = inbox / canaries.person(f"{road}: folder")
        folder.mkdir(parents=True)
        name = f"complaint_{canaries.surname(f'{road}: file name')}_2026{suffix}"
        write(folder / name, canaries, canaries.story(road, number))
    _refused(inbox, canaries)


def _refused(inbox: Path, canaries: Canaries) -> None:
    def path(kind: str, suffix: str) -> Path:
        return inbox / f"{canaries.person(f'refused: {kind}')} - exit interview{suffix}"

    path("empty", ".txt").write_bytes(b"")
    path("binary", ".txt").write_bytes(bytes(range(256)) * 20)
    path("broken", ".docx").write_bytes(b"PK\x03\x04 the rest never came")
    path("broken", ".pdf").write_bytes(b"%PDF-1.4 the rest never came")
    path("broken", ".parquet").write_bytes(b"PAR1 the rest never came")
    path("not supported", ".rtf").write_text("{\\rtf1}")
    (inbox / f"{canaries.mail('refused: mail as name')}.eml").write_text("no headers at all\n")
    path("no header", ".csv").write_text(
        f"{canaries.person('refused: first row')},{canaries.surname('refused: first row')}\n1,2\n"
    )
    path("odd keys", ".jsonl").write_text(
        json.dumps({"nr": 1, canaries.person("refused: key"): "x"}) + "\n"
    )
    listed = json.dumps({"text": [canaries.person("refused: no string")]})
    cut_off = f'{{"text": "{canaries.person("refused: cut off")}'
    path("bad line", ".jsonl").write_text(f"{listed}\n{cut_off}\n")
    link = inbox / f"{canaries.surname('refused: link')}.txt"
    link.symlink_to("/dev/null")
    (inbox / f"{canaries.phone('refused: phone as name')}.vtt").write_text("no transcript\n")
    lady = canaries.person("refused: language")
    german = f"Die Dame am Schalter, {lady}, war leider gar nicht freundlich zu uns."
    path("language", ".txt").write_text(german)


def _txt(path: Path, canaries: Canaries, story: list[str]) -> None:
    path.write_text("\n".join([*story, "", "Kind regards,", canaries.person("txt: signature")]))


def _md(path: Path, canaries: Canaries, story: list[str]) -> None:
    matter = f"---\nauthor: {canaries.person('md: front matter')}\n---\n\n"
    comment = f"\n\n<!-- {canaries.person('md: comment')} -->\n"
    path.write_text(matter + "\n\n".join(story) + comment)


def _docx(path: Path, canaries: Canaries, story: list[str]) -> None:
    document = docx.Document()
    document.core_properties.author = canaries.person("docx: author")
    document.core_properties.title = canaries.person("docx: title")
    document.sections[0].header.paragraphs[0].text = canaries.person("docx: page header")
    for sentence in story:
        document.add_paragraph(sentence)
    document.save(str(path))


def _pdf(path: Path, canaries: Canaries, story: list[str]) -> None:
    document = SimpleDocTemplate(
        str(path), author=canaries.person("pdf: author"), title=canaries.person("pdf: title")
    )
    style = getSampleStyleSheet()["Normal"]
    document.build([Paragraph(sentence, style) for sentence in story])


def _html(path: Path, canaries: Canaries, story: list[str]) -> None:
    path.write_text(
        f"<html><head><title>{canaries.person('html: title')}</title>"
        f'<meta name="author" content="{canaries.person("html: meta")}"></head><body><article>'
        + "".join(f"<p>{sentence}</p>" for sentence in story)
        + f"<!-- {canaries.person('html: comment')} --></article></body></html>"
    )


def _message(canaries: Canaries, story: list[str], road: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{canaries.person(f'{road}: from')} <{canaries.mail(f'{road}: from')}>"
    message["To"] = canaries.mail(f"{road}: to")
    message["Subject"] = f"Complaint of {canaries.person(f'{road}: subject')}"
    message["Date"] = "Tue, 03 Nov 2026 09:30:00 +0000"
    message["Message-ID"] = f"<{canaries.mail(f'{road}: message id')}>"
    message.set_content("\n\n".join(story))
    attached = f"{canaries.person(f'{road}: attachment')}.bin"
    message.add_attachment(b"scan", maintype="application", subtype="x-scan", filename=attached)
    return message


def _eml(path: Path, canaries: Canaries, story: list[str]) -> None:
    path.write_bytes(bytes(_message(canaries, story, "eml")))


def _mbox(path: Path, canaries: Canaries, story: list[str]) -> None:
    envelope = f"From {canaries.mail('mbox: envelope')} Tue Nov 03 09:30:00 2026\n"
    path.write_bytes(envelope.encode() + bytes(_message(canaries, story, "mbox")) + b"\n")


def _cues(canaries: Canaries, story: list[str], road: str, mark: str) -> list[str]:
    speaker = canaries.person(f"{road}: speaker")
    hour = "00:00:"
    return [
        f"{n}\n{hour}{n * 4:02}{mark}000 --> {hour}{n * 4 + 3:02}{mark}000\n{speaker}: {sentence}\n"
        for n, sentence in enumerate(story, start=1)
    ]


def _vtt(path: Path, canaries: Canaries, story: list[str]) -> None:
    note = f"NOTE typed by {canaries.person('vtt: note')}\n"
    voiced = f"00:01:00.000 --> 00:01:03.000\n<v {canaries.person('vtt: voice')}>Thank you.\n"
    cues = _cues(canaries, story, "vtt", ".")
    path.write_text("\n".join(["WEBVTT\n", note, *cues, voiced]))


def _srt(path: Path, canaries: Canaries, story: list[str]) -> None:
    path.write_text("\n".join(_cues(canaries, story, "srt", ",")))


def _rows(canaries: Canaries, story: list[str], road: str) -> list[dict[str, str]]:
    """Return rows whose ids and further columns tell persons; the last one has no text."""
    ids = [canaries.mail(f"{road}: id"), canaries.person(f"{road}: id"), "3", "4"]
    carried = f"The porter, {canaries.person(f'{road}: text')}, carried all {len(road)} bags."
    drove = (
        f"On {road} day my driver was {canaries.person(f'{road}: text')}. He waited in the rain."
    )
    texts = [" ".join(story), carried, drove, ""]
    return [
        {"id": own, "text": text, "name": canaries.person(f"{road}: further column")}
        for own, text in zip(ids, texts, strict=True)
    ]


def _csv(path: Path, canaries: Canaries, story: list[str]) -> None:
    rows = _rows(canaries, story, "csv")
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _xlsx(path: Path, canaries: Canaries, story: list[str]) -> None:
    rows = _rows(canaries, story, "xlsx")
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"author": canaries.person("xlsx: author")})
        sheet = book.add_worksheet(canaries.person("xlsx: sheet name")[:31])
        sheet.write_comment("A1", canaries.person("xlsx: comment"))
        for line, cells in enumerate([list(rows[0]), *(list(row.values()) for row in rows)]):
            sheet.write_row(line, 0, cells)


def _jsonl(path: Path, canaries: Canaries, story: list[str]) -> None:
    rows = _rows(canaries, story, "jsonl")
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def _parquet(path: Path, canaries: Canaries, story: list[str]) -> None:
    table = pa.Table.from_pylist(_rows(canaries, story, "parquet"))
    table = table.replace_schema_metadata({"author": canaries.person("parquet: metadata")})
    parquet.write_table(table, path)


WRITERS: dict[str, Write] = {
    ".txt": _txt,
    ".md": _md,
    ".docx": _docx,
    ".pdf": _pdf,
    ".html": _html,
    ".eml": _eml,
    ".mbox": _mbox,
    ".vtt": _vtt,
    ".srt": _srt,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".jsonl": _jsonl,
    ".parquet": _parquet,
}
