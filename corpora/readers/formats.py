"""Which reader reads which kind of file, and how large such a file may be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from corpora.readers.columnar import read_parquet
from corpora.readers.documents import read_docx
from corpora.readers.items import Columns, SourceFile
from corpora.readers.jsonl import read_jsonl
from corpora.readers.mail import read_eml, read_mbox
from corpora.readers.pdf import read_pdf
from corpora.readers.plain import read_markdown, read_plain
from corpora.readers.spreadsheets import read_xlsx
from corpora.readers.tables import read_csv
from corpora.readers.transcripts import read_srt, read_vtt
from corpora.readers.webpages import read_html
from corpora.story import Record, Rejected

Reader = Callable[[SourceFile, Columns], Iterator[Record | Rejected]]

_TEXT_BYTES = 64 * 2**20  # held in memory several times while it is parsed
_DOCUMENT_BYTES = 200 * 2**20


@dataclass(frozen=True, slots=True)
class Format:
    """How files with one suffix are read."""

    read: Reader
    max_bytes: int | None = None
    """Larger files are refused; None for formats that are read piece by piece."""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".csv": Format(read_csv),
        ".docx": Format(read_docx, _DOCUMENT_BYTES),
        ".eml": Format(read_eml, _DOCUMENT_BYTES),
        ".htm": Format(read_html, _TEXT_BYTES),
        ".html": Format(read_html, _TEXT_BYTES),
        ".jsonl": Format(read_jsonl),
        ".markdown": Format(read_markdown, _TEXT_BYTES),
        ".mbox": Format(read_mbox),
        ".md": Format(read_markdown, _TEXT_BYTES),
        ".ndjson": Format(read_jsonl),
        ".parquet": Format(read_parquet),
        ".pdf": Format(read_pdf, _DOCUMENT_BYTES),
        ".srt": Format(read_srt, _TEXT_BYTES),
        ".tsv": Format(read_csv),
        ".txt": Format(read_plain, _TEXT_BYTES),
        ".vtt": Format(read_vtt, _TEXT_BYTES),
        ".xlsx": Format(read_xlsx, _DOCUMENT_BYTES),
    }
)
