"""The sample table's exact HTML, and its open data."""

import csv
import io
import json
from pathlib import Path

import pytest

from studyguide import table_html
from studyguide.markers import Marker, Unrenderable
from test_tables import SAMPLE, read

TABLE = read(SAMPLE / "docs" / "_data" / "comparisons.yml")[0]["storage-classes"]


def test_golden() -> None:
    """Caption, scopes, anchors, labels, sort values, sources, escaping: the whole block, letter by letter."""
    expected = Path(SAMPLE / "golden.html").read_text()
    assert table_html.render(TABLE, Marker("table", TABLE.id, {})) + "\n" == expected


def test_in_part() -> None:
    """A selection keeps the row headers, links to the whole, and repeats no id when told so."""
    part = table_html.render(TABLE, Marker("table", TABLE.id, {"columns": ("min_days",), "rows": ("deep-archive",)}), anchors=False)
    assert "Hot data" not in part and "180 days" in part and " id=" not in part
    assert "(/topic.md#table-storage-classes)" in part


@pytest.mark.parametrize(("options", "mend"), [({"columns": ("min_dayz",)}, "did you mean 'min_days'?"), ({"rows": ("x",)}, "known: standard, deep-archive")])
def test_unknown_parts(options: dict[str, tuple[str, ...]], mend: str) -> None:
    """Unknown columns and rows are refused with the nearest known one."""
    with pytest.raises(Unrenderable) as error:
        table_html.render(TABLE, Marker("table", TABLE.id, options))
    assert error.value.mend == mend


def test_open_data() -> None:
    """JSON and CSV hold the same words, with licence, source and date."""
    value = json.loads(table_html.to_json(table_html.data(TABLE)))
    assert value["licence"] == "CC BY 4.0" and value["checked"] == "2026-01-02"
    assert value["rows"][1]["use"] == "Cold data_x | y"
    rows = list(csv.reader(io.StringIO(table_html.to_csv(TABLE))))
    assert rows[0] == ["Class", "Use it for", "Minimum duration", "Source", "Checked", "Licence"]
    assert rows[2][:3] == ["S3 Deep Archive", "Cold data_x | y", "180 days"]
    assert rows[2][3].endswith("deep.html") and rows[1][3] == TABLE.source
