"""A fact's text never becomes HTML or Markdown by accident."""

import markdown

from studyguide import inline


def rendered(text: str) -> str:
    return markdown.markdown(inline.html(text), extensions=["abbr", "attr_list", "md_in_html"])


def test_marks_that_are_meant() -> None:
    """Code, bold and links come through."""
    assert rendered("`a<b` **c** [d](/x.md)") == '<p><code>a&#60;b</code> <strong>c</strong> <a href="/x.md">d</a></p>'.replace("&#60;", "&lt;")


def test_everything_else_is_text() -> None:
    """Tags, underscores, stars, backslashes, braces and pipes are shown as typed."""
    hostile = r"<img src=x onerror=alert(1)> 2*3*4 _x_ \d {: #id} | &amp; ![i](u) ~~s~~ <!-- c -->"
    html = rendered(hostile)
    assert "<img" not in html and "<em>" not in html and "id=" not in html and "<!--" not in html
    assert inline.plain(hostile) == hostile.replace("[i](u)", "i")


def test_targets_and_attributes() -> None:
    """Links are found, and attributes hold plain words."""
    assert list(inline.targets("[a](/a.md) `[no](/no.md)`")) == ["/a.md"]
    assert inline.attribute('say "x" & [go](/a.md)') == "say &quot;x&quot; &amp; go"
