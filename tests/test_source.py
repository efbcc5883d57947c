"""The reader keeps what was typed, remembers lines, and refuses what nobody means to write."""

from pathlib import Path

import pytest

from studyguide import source
from studyguide.source import Items, Mapping, Scalar


def parse(text: str) -> tuple[Mapping, list[str]]:
    node, problems = source.parse(text, "f.yml")
    return node, [str(problem) for problem in problems]


def test_scalars_stay_as_typed() -> None:
    """No YAML 1.1 surprise: no, 1:30, 99.90 and dates are texts."""
    node, problems = parse("a: no\nb: 1:30\nc: 99.90\nd: 2026-01-02\ne: ''\n")
    assert [value.text for value in node.entries.values() if isinstance(value, Scalar)] == ["no", "1:30", "99.90", "2026-01-02", ""]
    assert not problems


def test_lines_are_those_of_the_file() -> None:
    """Keys and items know their lines, also behind comments and an offset."""
    node, _ = source.parse("# note\na:\n  - x\n  - y\n", "f.md", first_line=5)
    assert node.lines == {"a": 6}
    items = node.entries["a"]
    assert isinstance(items, Items) and [item.line for item in items.items] == [7, 8]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "f.yml:2: key 'a' stands twice (first in line 1); keep one"),
        ("a:\n\tb: 1\n", "f.yml:2: a tab in the indentation; indent with spaces"),
        ('a: 1\nb: "open\nc: 2\n', "f.yml:2: a quote is not closed; close the quote"),
        ("", "f.yml:1: the file is empty; write at least one entry"),
        ("# only a comment\n", "f.yml:1: the file is empty; write at least one entry"),
        ("- a\n- b\n", "f.yml:1: expected a mapping, found a list; start lines with 'id:'"),
        ("words\n", "f.yml:1: expected a mapping, found a text; start lines with 'id:'"),
        ("a: &x 1\nb: *x\n", "f.yml:1: YAML anchors and aliases are not allowed; write the value out"),
        ("a: 1\nb: \x01\n", "f.yml:2: a control character; delete it, or save the file as plain text"),
        ("? [a]\n: b\n", "f.yml:1: a key must be a plain text; quote it, or move it behind a colon"),
        ("a: 1\n---\nb: 2\n", "f.yml:2: a second YAML document; keep one document, without '---'"),
        ("a: " + "[" * 40, "f.yml:1: nested deeper than 30 levels; check the indentation and brackets"),
    ],
)
def test_bad_yaml_is_one_clear_line(text: str, message: str) -> None:
    """Each slip is said with its line and its remedy."""
    assert parse(text)[1] == [message]


def test_other_syntax_errors_name_the_line() -> None:
    """Whatever PyYAML dislikes becomes a problem, not an exception."""
    (problem,) = parse("a: b: c\n")[1]
    assert problem.startswith("f.yml:1: not YAML: ")


def test_alias_bomb_costs_nothing() -> None:
    """Aliases are refused before they are expanded."""
    bomb = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9))
    assert len(parse(bomb)[1]) == 1


def test_files(tmp_path: Path) -> None:
    """A missing file and one that is not UTF-8 are problems with a path from the root."""
    (tmp_path / "junk.yml").write_bytes(b"a: 1\nb: \xff\xfe\n")
    assert str(source.read(tmp_path / "junk.yml", tmp_path)[1][0]) == "junk.yml:2: not UTF-8 text; save the file as UTF-8"
    assert "cannot be read" in str(source.read(tmp_path / "none.yml", tmp_path)[1][0])


def test_pure_python_loader_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML's C extension the same nodes come out."""
    import yaml

    text = "a: {b: [1, 'x y'], c: \"q\"}\nd: |\n  block\n"
    expected = parse(text)
    monkeypatch.setattr(source, "_LOADER", yaml.SafeLoader)
    assert parse(text) == expected
