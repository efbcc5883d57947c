"""The Content-Security-Policy: hashes of what really runs, the same policy on every page, nothing left open."""

from __future__ import annotations

import re
from pathlib import Path

from studyguide import security


def test_only_what_runs_is_hashed() -> None:
    """Inline scripts and modules are; scripts with an address and JSON are not."""
    data = '<script type="application/json">{}</script><script src="x.js"></script>'
    page = f'<script>a()</script>{data}<script type="module">b()</script><script type=text/javascript>\nc()\n</script>'
    assert list(security.inline_scripts(page)) == ["a()", "b()", "\nc()\n"]


def test_a_hash_is_what_browsers_compute() -> None:
    """The example of the CSP specification, section 'usage of hashes'."""
    assert security.source_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_policy_comes_first() -> None:
    """It stands right after the character set, before anything it rules."""
    assert security.with_policy('<html><head>\n<meta charset="utf-8"><script>a()</script>', "P").startswith(
        '<html><head>\n<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="P"><script>'
    )
    assert security.with_policy("<head><title>", "P").startswith('<head><meta http-equiv="Content-Security-Policy" content="P">')
    assert security.with_policy("no page", "P") == "no page"


def test_every_page_carries_the_same_strict_policy(site: Path) -> None:
    """Each inline script is named by its hash; no wildcard, no eval, no inline script by permission."""
    found = set()
    for path in site.rglob("*.html"):
        text = path.read_text()
        policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert len(policies) == 1, path
        found.add(policies[0])
        for script in security.inline_scripts(text):
            assert security.source_hash(script) in policies[0], path
    assert len(found) == 1
    rules = dict(rule.strip().split(" ", 1) for rule in found.pop().split(";"))
    assert rules["default-src"] == "'none'" and rules["form-action"] == "'none'" and rules["base-uri"] == "'none'"
    assert "unsafe" not in rules["script-src"] and not re.search(r"\*|https?:", " ".join(rules.values()))
