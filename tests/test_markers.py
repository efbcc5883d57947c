"""Markers stand alone in a line, outside code, and say what is wrong with them."""

from studyguide import markers
from studyguide.markers import Marker, Unrenderable


def show(marker: Marker) -> str:
    marker.only("columns")
    if marker.name == "bad":
        raise Unrenderable("no table 'bad'", "did you mean 'good'?")
    return f"[{marker.name} {marker.options}]"


def expand(text: str) -> tuple[str, list[str]]:
    body, problems = markers.expand(text, "p.md", 3, {"table": show})
    return body, [str(problem) for problem in problems]


def test_markers_are_replaced() -> None:
    """Name and options reach the renderer; a backslash in its answer is harmless."""
    assert expand("a\n<!-- guide: table good columns=x,y -->\nb") == ("a\n[good {'columns': ('x', 'y')}]\nb", [])


def test_code_is_left_alone() -> None:
    """Fences and code spans show markers instead of expanding them."""
    text = "```\n<!-- guide: table good -->\n```\n`<!-- guide: table good -->`"
    assert expand(text) == (text, [])


def test_faults_have_lines() -> None:
    """Every faulty marker is reported, each with its line in the file."""
    text = "\n".join(f"<!-- guide: {words} -->" for words in ("table bad", "tabel good", "", "table good rows=a", "table a b"))
    text += "\nx <!-- guide: table good -->"
    assert expand(text)[1] == [
        "p.md:3: no table 'bad'; did you mean 'good'?",
        "p.md:4: unknown marker 'tabel'; did you mean 'table'?",
        "p.md:5: an empty marker; write <!-- guide: table some-id -->",
        "p.md:6: unknown option 'rows'; known options: columns",
        "p.md:7: one name too many: 'b'; separate the items of an option by commas, without spaces",
        "p.md:8: a marker must be alone in its line; write <!-- guide: table some-id -->",
    ]
