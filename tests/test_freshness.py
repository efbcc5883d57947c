"""Our data against AWS's own SDK models: each comparison reads our cell and a shape, so a change on either side shows.

Run `pytest -m freshness` after `pip install -U botocore`; a message names the row to look at and the shape. To add a comparison, add
an entry to sdk_facts_data.py or sdk_facts_ml.py: where we say it, the shape, and what to compare (kinds: sdk_comparisons.py).
"""

from __future__ import annotations

import datetime
import re

import pytest

from repository import ROOT
from sdk_comparisons import Comparison
from sdk_facts_data import DATA
from sdk_facts_ml import ML
from sdk_reading import Cells, Models, blanked
from studyguide import services, source
from studyguide.fields import Reading
from studyguide.services import Service

pytestmark = pytest.mark.freshness
COMPARISONS = DATA + ML
# Services of the registry with a client of their own, where it is not called as the id is without 'amazon-' or 'aws-'.
CLIENTS = {
    "amazon-data-firehose": "firehose",
    "amazon-elastic-inference": "elastic-inference",
    "amazon-fraud-detector": "frauddetector",
    "amazon-lookout-for-equipment": "lookoutequipment",
    "amazon-lookout-for-metrics": "lookoutmetrics",
    "amazon-lookout-for-vision": "lookoutvision",
    "amazon-lex": "lexv2-models",
    "amazon-lex-v1": "lex-models",
    "amazon-managed-grafana": "grafana",
    "amazon-mechanical-turk": "mturk",
    "amazon-msk": "kafka",
    "amazon-opensearch-service": "opensearch",
    "amazon-q-business": "qbusiness",
    "amazon-sagemaker-ai": "sagemaker",
    "aws-app-runner": "apprunner",
    "aws-audit-manager": "auditmanager",
    "aws-data-pipeline": "datapipeline",
    "aws-iot-analytics": "iotanalytics",
    "aws-iot-events": "iotevents",
    "aws-iot-greengrass": "greengrassv2",
    "aws-iot-greengrass-v1": "greengrass",
    "aws-snowball-edge": "snowball",
    "bedrock-agents-classic": "bedrock-agent",
    "cloudwatch-evidently": "evidently",
    "glue-databrew": "databrew",
    "kinesis-data-analytics-sql": "kinesisanalytics",
    "kinesis-data-streams": "kinesis",
    "kinesis-video-streams": "kinesisvideo",
    "managed-flink": "kinesisanalyticsv2",
    "sagemaker-edge-manager": "sagemaker-edge",
    "sagemaker-geospatial": "sagemaker-geospatial",
    "timestream-for-liveanalytics": "timestream-write",
}
REMOVED = [
    "amazon-elastic-inference",
    "amazon-finspace",
    "amazon-lookout-for-metrics",
    "amazon-lookout-for-vision",
    "aws-iot-analytics",
    "aws-iot-events",
    "aws-panorama",
    "aws-robomaker",
    "cloudwatch-evidently",
]
CLOSED = re.compile(r"no longer (?:be )?(?:open|available) to new|will discontinue support|end[- ]of[- ]support|is discontinued", re.I)
NOT_THE_SERVICE = {"amazon-s3": "its SOAP API", "aws-storage-gateway": "its FSx File Gateway"}


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


@pytest.fixture(scope="module")
def clients(models: Models) -> dict[str, tuple[Service, str]]:
    """Each service of the registry that has, or had, a client of its own, with the client's name."""
    node, _ = source.read(ROOT / "docs" / "_data" / "services.yml", ROOT)
    registry = services.parse(node, {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}, Reading("", datetime.date.max))
    bare = {service_id: re.sub(r"^(amazon|aws)-", "", service_id) for service_id in registry}
    named = {service_id: name for service_id, name in bare.items() if name in models.clients or service_id in REMOVED}
    return {service_id: (registry[service_id], client) for service_id, client in {**named, **CLIENTS}.items()}


def test_services_without_a_client_have_ended(clients: dict[str, tuple[Service, str]], models: Models) -> None:
    """AWS removes the client of a service that is gone: every other service still has its own."""
    assert len(clients) > 80
    for service, client in clients.values():
        gone, where = client not in models.clients, f"docs/_data/services.yml:{service.line}: '{service.id}'"
        assert not gone or service.status == "ended", f"{where} is '{service.status}', but its client '{client}' is gone"
        assert gone == (service.id in REMOVED), f"{where}: its client '{client}' is {'gone' if gone else 'back'}; mend REMOVED"


def test_closures_that_a_model_tells_are_known(clients: dict[str, tuple[Service, str]], models: Models) -> None:
    """No service whose model says that it is closed or ends is active in the registry."""
    for service, client in clients.values():
        text = " ".join(re.sub(r"<[^>]+>", " ", models.load(client).get("documentation") or "").split()) if client in models.clients else ""
        told = CLOSED.search(text)
        if service.id in NOT_THE_SERVICE:
            assert told, f"drop the exception of '{service.id}'"
        elif told:
            sentence = text[max(0, told.start() - 80) : told.end() + 60]
            assert service.status != "active", f"docs/_data/services.yml:{service.line}: '{service.id}' is active, but {client} says '…{sentence}…'"
