"""Our data against AWS's own SDK models: each comparison reads our cell and a shape, so a change on either side shows.

Run `pytest -m freshness` after `pip install -U botocore`; a message names the row to look at and the shape. To add a comparison, add
an entry to sdk_facts_data.py or sdk_facts_ml.py: where we say it, the shape, and what to compare (kinds: sdk_comparisons.py).
"""

from __future__ import annotations

import pytest

from conftest import ROOT
from sdk_comparisons import Comparison
from sdk_facts_data import DATA
from sdk_facts_ml import ML
from sdk_reading import Cells, Models, blanked

pytestmark = pytest.mark.freshness
COMPARISONS = DATA + ML


@pytest.fixture(scope="module")
def cells() -> Cells:
    """What the guide says."""
    return Cells(ROOT)


@pytest.fixture(scope="module")
def models() -> Models:
    """What the installed botocore says."""
    return Models()


def name(comparison: Comparison) -> str:
    """How a comparison is called in the output of pytest."""
    return f"{comparison.place.replace('/', ':')} = {comparison.path}"


@pytest.mark.parametrize("comparison", COMPARISONS, ids=name)
def test_our_data_agree_with_the_sdk_model(comparison: Comparison, cells: Cells, models: Models) -> None:
    """What we say is what the model of the newest SDK says."""
    faults = list(comparison.faults(comparison.cells(cells, models), models))
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("comparison", COMPARISONS, ids=name)
def test_the_comparison_reads_every_cell_that_it_names(comparison: Comparison, cells: Cells, models: Models) -> None:
    """A cell that says something else is found, one by one: no comparison restates a constant."""
    found = comparison.cells(cells, models)
    for index, cell in enumerate(found):
        wrong = [*found[:index], blanked(cell), *found[index + 1 :]]
        others = getattr(comparison, "others", {})
        assert cell.key[1] in others or list(comparison.faults(wrong, models)), cell.where


def test_share_of_cells_that_a_model_vouches_for(cells: Cells, models: Models, capsys: pytest.CaptureFixture[str]) -> None:
    """Report how much of the tables the SDK checks (names of rows count as cells)."""
    everything = sum(len(row.cells) + 1 for table in cells.tables.values() for row in table.rows)
    checked = {
        cell.key
        for comparison in COMPARISONS
        for cell in comparison.cells(cells, models)
        if cell.key[0] and cell.key[1] not in getattr(comparison, "others", {})
    }
    touched = {key[0] for key in checked}
    with capsys.disabled():
        print(
            f"\n{len(COMPARISONS)} comparisons vouch for {len(checked)} of {everything} cells ({len(checked) / everything:.1%}) "
            f"in {len(touched)} of {len(cells.tables)} tables"
        )
    assert checked
