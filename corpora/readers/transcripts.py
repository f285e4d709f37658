"""Read VTT and SRT: one record per file, a line per turn, `Speaker: text` where named."""

import html
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.encodings import decode
from corpora.readers.items import Columns, SourceFile, Unreadable
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    from webvtt import Caption

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<[\d:.]{5,20}>|\{\\[^}\n]{0,40}\}")
_NAMED = re.compile(r"([^\W\d_][\w.'\u2019()-]{0,30}(?: [\w.'\u2019()-]{1,30}){0,3}):(?:\s+|$)")
_TURN = re.compile(r"(?:>>+|[-\u2013—])\s*")


def read_vtt(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the transcript. Raises Unreadable when a cue cannot be read."""
    yield from _transcript(file, "vtt")


def read_srt(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the transcript. Raises Unreadable when a cue cannot be read."""
    yield from _transcript(file, "srt")


def _transcript(file: SourceFile, kind: str) -> Iterator[Record | Rejected]:
    from webvtt import WebVTT  # only needed for these formats
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = decode(file.path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    try:
        captions = WebVTT.from_buffer(io.StringIO(text.lstrip("\n")), format=kind).captions
    except (MalformedFileError, MalformedCaptionError) as error:
        # Without their message, which quotes the file.
        raise Unreadable(f"not a {kind.upper()} transcript, or a broken time in it") from error
    times = sum("-->" in line for line in text.split("\n"))
    if len(captions) != times:  # the parser passes over cues that it cannot read
        raise Unreadable(f"{times - len(captions)} of {times} cues cannot be read")
    yield from file.one_record(dialogue(captions))


def dialogue(captions: "list[Caption]") -> str:
    """Join the cues into turns; consecutive cues of one speaker become one line."""
    turns: list[tuple[str, list[str]]] = []
    last_line = ""
    for caption in captions:
        speaker: str | None = None  # the same as before
        for raw_line in caption.raw_text.split("\n"):
            for voice, said in _voiced(raw_line):
                speaker, line = _attributed(voice or speaker, said)
                if not line or line == last_line:  # live captions repeat the line above
                    continue
                last_line = line
                if turns and (speaker is None or speaker == turns[-1][0]):
                    turns[-1][1].append(line)
                else:
                    turns.append((speaker or "", [line]))
    return "\n".join(f"{who}: {' '.join(said)}" if who else " ".join(said) for who, said in turns)


def _voiced(line: str) -> Iterator[tuple[str | None, str]]:
    """Split a line at its voice tags into voice and words."""
    start, voice = 0, None
    for tag in _VOICE.finditer(line):
        yield voice, _words(line[start : tag.start()])
        start, voice = tag.end(), " ".join(html.unescape(tag.group(1)).split())
    yield voice, _words(line[start:])


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _attributed(voice: str | None, line: str) -> tuple[str | None, str]:
    """Return who says the line and what; a dash or `>>` alone means somebody else, unnamed."""
    if turn := _TURN.match(line):
        line, voice = line[turn.end() :], ""
    if not voice and (named := _NAMED.match(line)):
        return named.group(1), line[named.end() :]
    return voice, line
