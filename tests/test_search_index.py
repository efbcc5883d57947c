"""The index of our search: pieces of pages, other names, and the swap that must fail safe."""

from __future__ import annotations

import json
from pathlib import Path

from repository import run
from studyguide import search, search_names, search_sections
from studyguide.glossary import Term
from studyguide.services import Service

PAGE = """<h1 id="s3">Amazon S3<a class="headerlink" href="#s3">&para;</a></h1><p>Objects &amp; keys.</p>
<h2 id="classes">Classes</h2><p>Compare them.</p>
<div class="guide-table" data-table="classes" id="table-classes"><table><caption>S3 classes</caption>
<thead><tr><th>Class</th><th>Fee</th></tr></thead><tbody>
<tr data-row="deep" id="table-classes--deep"><th scope="row">Deep Archive</th><td data-label="Fee"><span>per GB, a &lt; b</span></td></tr>
</tbody></table><p class="guide-table__origin">Source: somewhere</p></div>
<p>After the table.</p><h3 id="sub">Sub</h3><p>Deeper</p>
<aside data-search-exclude><p>Sources <img src="x.png" alt="a > b"> <aside>inner</aside> gone</p></aside><p>Kept.</p>
<h2 id="next">Next</h2><dl><dt id="recall">Recall <small>TPR</small></dt><dd>Share found.</dd></dl>"""


def pieces() -> dict[str, search_sections.Piece]:
    return {piece.anchor: piece for piece in search_sections.read(PAGE, "fallback")}


def test_a_page_is_cut_into_what_can_be_opened() -> None:
    """The page, its sections, its tables, their rows and its terms; each with its text and where it stands."""
    found = pieces()
    assert [(piece.kind, piece.title) for piece in found.values()] == [
        ("page", "Amazon S3"),
        ("section", "Classes"),
        ("table", "S3 classes"),
        ("row", "Deep Archive"),
        ("section", "Sub"),
        ("section", "Next"),
        ("term", "Recall TPR"),
    ]
    assert found[""].text == "Objects & keys."
    assert found["classes"].text == "Compare them. After the table."
    assert found["table-classes"].text == "Rows: Deep Archive; Columns: Fee"
    assert found["table-classes--deep"].text == "Fee: per GB, a < b"
    assert found["table-classes--deep"].context == ("Amazon S3", "Classes", "S3 classes")
    assert found["sub"].context == ("Amazon S3", "Classes")
    assert found["recall"].text == "Share found."


def test_excluded_text_stays_out() -> None:
    """What carries data-search-exclude is skipped to its very end, also when it nests; so are permalinks and sources of tables."""
    found = pieces()
    assert found["sub"].text == "Deeper Kept."
    assert "¶" not in found[""].title
    assert "somewhere" not in found["classes"].text


def service(**changes: object) -> Service:
    names: dict[str, object] = {
        "name": "Amazon Managed Service for Apache Flink",
        "short": "Flink",
        "full": "",
        "former": ("Amazon Kinesis Data Analytics",),
        "abbreviations": ("KDA",),
    }
    place: dict[str, object] = {"id": "flink", "page": "data-engineering/managed-flink.md", "source": "https://docs.aws.amazon.com/", "line": 1}
    state: dict[str, object] = {"status": "active", "date": "", "successor": "", "confidence": "high", "events": (), "checked": "2026-01-01"}
    values = {**names, **place, **state, "purpose": "Streams", "category": "processing and query"}
    return Service(**(values | changes))  # type: ignore[arg-type]


def built(**facts: dict[str, object]) -> dict[str, list[list[object]]]:
    known = search.Facts(**({"tables": {}, "services": {}, "terms": {}, "questions": {}, "asks": {}} | facts))  # type: ignore[arg-type]
    result: dict[str, list[list[object]]] = json.loads(search.index({"s3/": list(pieces().values())}, known))
    return result


def test_former_names_and_abbreviations_lead_to_the_page() -> None:
    """The registry's and the glossary's other names become aliases, and pins to the page that teaches the thing."""
    term = Term("rcf", "Random Cut Forest", ("RCF",), "Scores points.", "modeling/anomaly-detection.md#random-cut-forest", 1)
    found = built(services={"flink": service()}, terms={"rcf": term})
    aliases = {(str(one), str(other)) for one, other, _ in found["aliases"]}
    assert ("Kinesis Data Analytics", "Managed Service for Apache Flink") in aliases
    assert ("Kinesis Analytics", "Managed Service for Apache Flink") in aliases
    assert ("RCF", "Random Cut Forest") in aliases
    assert ["Kinesis Data Analytics", "data-engineering/managed-flink/"] in found["pins"]
    assert ["RCF", "modeling/anomaly-detection/#random-cut-forest"] in found["pins"]


def test_abbreviations_that_pages_introduce_are_learned() -> None:
    """ "multi-model endpoint (MME)" is an alias; a parenthesis that stands for something else is not."""
    assert set(search_names.acronyms(["a multi-model endpoint (MME) and SageMaker (AWS)"])) == {
        ("MME", "multi-model endpoint", 90),
        ("multi-model endpoint", "MME", 85),
    }


def test_a_table_is_found_where_it_is_at_home() -> None:
    """The copy of a table on another page gives no results of its own."""
    entries = built()["entries"]
    assert "table-classes--deep" in [entry[1] for entry in entries]


def test_the_swap_knows_when_it_failed() -> None:
    """Our worker is named in place of Material's; where that is not found, nothing changes and the caller learns it."""
    changed, found = search.use_own_worker('{"search": "../assets/javascripts/workers/search.a7633da7.min.js", "tags": null}')
    assert found and changed == '{"search": "../assets/search/worker.js", "tags": null}'
    page = '{"search": "../assets/scripts/find.js"}'
    assert search.use_own_worker(page) == (page, False)


def test_the_stub_keeps_what_the_interface_needs() -> None:
    """Material's settings stay, the documents go, the name of our index comes in and changes with the index."""
    stub = json.loads(search.stub('{"config": {"separator": "x"}, "docs": [{"title": "T"}]}', search.file_name("[]")))
    assert stub["docs"] == [] and stub["config"]["separator"] == "x"
    assert stub["config"]["guide"] == search.file_name("[]") != search.file_name("[1]")


def test_the_real_site_has_our_search(site: Path) -> None:
    """Every page names our worker, and the index that the stub names is there; excluded pages are not in it."""
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "assets/search/worker.js" in text and "javascripts/workers/search." not in text, page
    stub = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    index = json.loads((site / "search" / stub["config"]["guide"]).read_text(encoding="utf-8"))
    addresses = {address for address, _ in index["pages"]}
    assert {"modeling/bias-variance/", "services/", "glossary/"} <= addresses
    assert not {address for address in addresses if address.startswith(("practice/", "exams/coverage", "cheat-sheets/modeling"))}
    assert not [entry for entry in index["entries"] if "check-yourself" in entry[1]]
    for _, anchor, *_ in index["entries"][::40]:
        assert anchor == "" or isinstance(anchor, str)


def test_every_result_has_its_place(site: Path) -> None:
    """Each address of the index is an anchor of the built page."""
    stub = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    index = json.loads((site / "search" / stub["config"]["guide"]).read_text(encoding="utf-8"))
    texts = [(site / address / "index.html").read_text(encoding="utf-8") for address, _ in index["pages"]]
    missing = [(index["pages"][page][0], anchor) for page, anchor, *_ in index["entries"] if anchor and f'id="{anchor}"' not in texts[page]]
    assert missing == []


def test_stock_search_stays_when_material_changes(copy: Path) -> None:
    """Where Material's worker has another name, its own search stays whole and the build warns."""
    module = copy / "hooks" / "studyguide" / "search.py"
    module.write_text(module.read_text(encoding="utf-8").replace("assets/javascripts/workers/search", "assets/javascripts/elsewhere"), encoding="utf-8")
    result = run("mkdocs", "build", cwd=copy)
    assert result.returncode == 0, result.stderr
    assert "its own search stays" in result.stderr
    assert json.loads((copy / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert "javascripts/workers/search." in (copy / "site" / "index.html").read_text(encoding="utf-8")
    assert run("mkdocs", "build", "--strict", cwd=copy).returncode != 0
