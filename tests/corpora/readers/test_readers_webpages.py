"""HTML: the article without its navigation, in the right letters."""

from pathlib import Path

import pytest

from corpora.readers import read_source
from corpora.story import Record, Rejected


def text_of(path: Path) -> str:
    (item,) = read_source(path, "interviews")
    assert isinstance(item, Record), item
    assert item.native_id == item.where == path.name
    return item.text


ARTICLE = (
    "The technician came at nine, looked at the boiler for a minute and said that it was "
    "not his job. I had waited three weeks for him. "
)


def test_html_keeps_the_article_and_drops_the_navigation(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>T</title></head><body><nav><a href='/'>Home</a> <a href='/c'>Contact"
        f"</a></nav><article><h1>My boiler</h1><p>{ARTICLE * 2}</p><p>{ARTICLE}</p></article>"
        "<footer>Imprint and cookies</footer></body></html>"
    )

    text = text_of(path)

    assert f"{ARTICLE * 2}".strip() in text
    assert "Contact" not in text
    assert "cookies" not in text


def test_html_without_a_main_text_is_read_as_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<nav>Home</nav><div>Too slow.</div><script>x()</script><b>Bye</b>")

    assert text_of(path) == "Too slow.\nBye"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_html_is_decoded_as_it_declares_or_as_it_is(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.html"
    head = "<meta charset='iso-8859-1'>" if encoding == "cp1252" else "<meta charset='utf-8'>"
    path.write_bytes(f"{head}<p>The café\u2019s “chef” — £5</p>".encode(encoding))

    assert text_of(path) == "The café\u2019s “chef” — £5"


def test_html_nested_ten_thousand_deep_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>first</p>" + "<div>" * 10_000 + "deep words" + "</div>" * 10_000)

    (item,) = read_source(path, "s")

    assert isinstance(item, Rejected)
    assert item.reason == "HTML nested too deep"
