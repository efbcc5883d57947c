"""Lighter files that mean the same."""

from __future__ import annotations

from studyguide import squeeze


def test_page() -> None:
    """Indentation goes, a line end stays a line end; code, scripts and form fields keep every space."""
    text = "\n<p>\n    one  two\n\n  <b>x</b> <i>y</i>\n<pre>\n  a\n\n  b</pre>\n  <script>\n  x()\n</script>\n"
    assert squeeze.page(text) == "<p>\none  two\n<b>x</b> <i>y</i>\n<pre>\n  a\n\n  b</pre>\n<script>\n  x()\n</script>\n"


def test_script() -> None:
    """Indentation and comments on lines of their own go; addresses, regular expressions and texts of several lines stay."""
    text = "/* head\n * more */\n// a\nconst a = \"//b\" // c\n  /** d */\nconst e = `\n// f\n`\n// g\nx(/\\/\\*/)\n"
    assert squeeze.script(text) == "const a = \"//b\" // c\nconst e = `\n// f\n`\nx(/\\/\\*/)\n"
    text = "if (a) {\n  b(`x\n  ${y}\n` + z)\n  c()\n}\n"
    assert squeeze.script(text) == "if (a) {\nb(`x\n  ${y}\n` + z)\nc()\n}\n"


def test_sheet() -> None:
    """Comments and spaces go; what is quoted stays, and spaces that part selectors and values too."""
    text = """/* don't */\n.a :is(b, c) {\n  x: "  /* */ ";\n  y: calc(1px + 2px);\n}\n/* it's */"""
    assert squeeze.sheet(text) == '.a :is(b,c){x: "  /* */ ";y: calc(1px + 2px)}\n'
