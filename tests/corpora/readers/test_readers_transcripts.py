"""VTT and SRT: speakers kept, cues joined, nothing passed over in silence."""

from pathlib import Path

from corpora.readers import read_source
from corpora.story import Record, Rejected

VTT = """WEBVTT - call 12

NOTE recorded in March

1
00:00:01.000 --> 00:00:02.000
<v Ann Lee>Hello <i>there</i>,</v>

00:00:02.000 --> 00:00:04.000 align:start
<v Ann Lee>who&rsquo;s that?</v>
<v.loud Bob>Bob &amp; son.</v>

00:00:04.000 --> 00:00:05.000
We deliver.

00:00:05.000 --> 00:00:06.000
ANN: You are late!

00:00:06.000 --> 00:00:07.000
>> Sorry.
"""

SRT = """1
00:00:01,000 --> 00:00:02,000
AGENT: How can
I help?

2
00:00:03,000 --> 00:00:04,000
CUSTOMER: <i>My</i> parcel
{\\an8}is lost.

3
00:00:05,000 --> 00:00:06,000
It was Friday.
"""


def read(path: Path, content: str, encoding: str = "utf-8") -> Record | Rejected:
    path.write_bytes(content.encode(encoding))
    (item,) = read_source(path, "calls")
    return item


def test_vtt_keeps_speakers_and_joins_their_cues(tmp_path: Path) -> None:
    assert read(tmp_path / "a.vtt", VTT) == Record(
        source="calls",
        native_id="a.vtt",
        text="Ann Lee: Hello there, who\u2019s that?\nBob: Bob & son. We deliver.\n"
        "ANN: You are late!\nSorry.",
        where="a.vtt",
    )


def test_srt_keeps_speakers_and_joins_their_cues(tmp_path: Path) -> None:
    item = read(tmp_path / "a.srt", SRT.replace("\n", "\r\n"), "utf-8-sig")

    assert isinstance(item, Record)
    assert item.text == ("AGENT: How can I help?\nCUSTOMER: My parcel is lost. It was Friday.")


def test_cues_without_speakers_become_running_text(tmp_path: Path) -> None:
    cues = "".join(f"00:0{n}.000 --> 00:0{n}.900\npart {n}\n\n" for n in range(3))

    item = read(tmp_path / "a.vtt", f"WEBVTT\n\n{cues}")

    assert isinstance(item, Record)
    assert item.text == "part 0 part 1 part 2"


def test_live_captions_that_repeat_the_line_above_are_said_once(tmp_path: Path) -> None:
    cues = (
        "00:01.000 --> 00:02.000\nI called\n\n00:02.000 --> 00:03.000\nI called\nthe shop\n\n"
        "00:03.000 --> 00:04.000\nthe shop\ntwice\n"
    )

    item = read(tmp_path / "a.vtt", f"WEBVTT\n\n{cues}")

    assert isinstance(item, Record)
    assert item.text == "I called the shop twice"


def test_a_cue_that_cannot_be_read_refuses_the_file(tmp_path: Path) -> None:
    item = read(tmp_path / "a.vtt", VTT.replace("00:00:04.000 -->", "00:00:04,000 -->"))

    assert isinstance(item, Rejected)
    assert item.reason == "1 of 5 cues cannot be read"


def test_a_file_that_is_no_transcript_is_refused(tmp_path: Path) -> None:
    for name in ("a.vtt", "a.srt"):
        item = read(tmp_path / name, "Just a text.\n\nNothing else.\n")

        assert isinstance(item, Rejected)
        assert "transcript" in item.reason
