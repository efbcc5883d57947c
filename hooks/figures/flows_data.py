"""Architectures of data engineering: the lake, streaming ingestion, windows over a stream."""

from __future__ import annotations

from figures.diagrams import EDGE, INK, MUTED, SERIES, Diagram
from figures.registry import figure


@figure(
    "data-lake",
    "A data lake on AWS, from sources to readers",
    "Databases, files and events flow by DMS, DataSync or AppFlow, and Data Firehose into the raw zone of Amazon S3. Glue or EMR refine raw "
    "into stage and analytics zones. The Glue Data Catalog holds the tables and Lake Formation the permissions. Athena, Redshift and SageMaker "
    "AI read the analytics zone.",
)
def data_lake() -> str:
    """Sources, zones, readers."""
    d = Diagram()
    sources = d.row(0, ["Databases", "Files, SaaS", "Events"])
    ways = d.row(66, ["|DMS", "|DataSync, AppFlow", "|Data Firehose"], tone="ghost")
    for box, way in zip(sources, ways, strict=True):
        d.arrow(box.bottom, way.top)
        d.arrow(way.bottom, (way.bottom[0], 140))
    d.frame(0, 140, 480, 288, "Amazon S3")
    raw = d.box(16, 172, 262, "Raw zone|as delivered, never changed")
    stage = d.box(16, 260, 262, "Stage zone|clean, typed, Parquet")
    gold = d.box(16, 348, 262, "Analytics zone|tables, features", tone="accent")
    d.arrow(raw.bottom, stage.top, label="Glue, EMR")
    d.arrow(stage.bottom, gold.top, label="Glue, EMR")
    catalog = d.box(318, 172, 146, "Glue Data Catalog|names tables and partitions", 112, "violet")
    guard = d.box(318, 304, 146, "Lake Formation|grants rows and columns", 102, "warm")
    d.line(catalog.left, (278, catalog.left[1]), dash="3 4", color=EDGE)
    d.line(guard.left, (298, guard.left[1]), (298, 377), (278, 377), dash="3 4", color=EDGE)
    readers = d.row(464, ["Athena|SQL on files", "Redshift|warehouse", "SageMaker AI|training"])
    for box in readers:
        d.arrow((box.top[0], 428), box.top)
    return d.svg(readers[0].y + readers[0].h)


@figure(
    "streaming-ingestion",
    "One stream, three consumers",
    "Producers write to Kinesis Data Streams, partitioned by key. Three consumers read the same records independently: Data Firehose keeps a "
    "raw copy in S3 as Parquet for training and replay, Managed Flink computes windows and joins and writes features to the online store, "
    "Lambda scores each record with an endpoint and writes to DynamoDB.",
)
def streaming_ingestion() -> str:
    """A log with a delivery, a stateful and a per-record consumer."""
    d = Diagram()
    makers = d.box(70, 0, 340, "Producers|apps, devices, database changes")
    log = d.box(70, 92, 340, "Kinesis Data Streams|ordered per partition key, kept for replay", tone="accent")
    d.arrow(makers.bottom, log.top, label="partition key")
    firsts = d.row(200, ["Data Firehose|buffers, converts", "Managed Flink|windows, joins", "Lambda|each record alone"])
    for box in firsts:
        d.arrow((box.top[0], log.y + log.h), box.top)
    seconds = d.row(310, ["S3|raw copy as Parquet", "Feature Store|online features", "Endpoint|score now"])
    thirds = d.row(420, ["Training|history, backfill", "Inference|fresh features", "DynamoDB, alert|act on the score"])
    for upper, lower in ((firsts, seconds), (seconds, thirds)):
        for a, b in zip(upper, lower, strict=True):
            d.arrow(a.bottom, b.top)
    return d.svg(thirds[0].y + thirds[0].h)


LOGINS = (1, 2, 4, 9, 11, 12)


@figure(
    "stream-windows",
    "The same six logins in three kinds of windows",
    "Logins at minutes 1, 2, 4, 9, 11 and 12. Tumbling windows of five minutes count 3, 1 and 2. Sliding windows of five minutes overlap: the "
    "one from minute 8 to 13 counts 3 that tumbling windows split. Session windows with a gap of three minutes form two sessions of 3 logins "
    "each.",
)
def stream_windows() -> str:
    """Windows over a time axis, with their counts."""
    d = Diagram()

    def at(minute: float) -> float:
        return 14 + minute * 30

    def window(start: float, end: float, y: float, count: int, color: str, strong: bool = True) -> None:
        d.rect(at(start) + 1.5, y, (end - start) * 30 - 3, 26, color, 0.3 if strong else 0.16, 4)
        d.text((at(start) + at(end)) / 2, y + 19, str(count), bold=strong)

    d.text(0, 16, "Events", "start", 16, bold=True)
    for minute in LOGINS:
        d.line((at(minute), 46), (at(minute), 356), color=EDGE, dash="2 5", width=1)
        d.parts.append(f'<circle cx="{at(minute):g}" cy="38" r="7" fill="{INK}"/>')
    d.text(0, 80, "Tumbling, 5 minutes", "start", 16, bold=True)
    for start in (0, 5, 10):
        window(start, start + 5, 92, sum(start <= m < start + 5 for m in LOGINS), SERIES[1])
    d.text(0, 154, "Sliding, 5 minutes, every minute", "start", 16, bold=True)
    for row, start in enumerate((7, 8, 9)):
        window(start, start + 5, 166 + row * 31, sum(start <= m < start + 5 for m in LOGINS), SERIES[2], start == 8)
    d.text(at(6.7), 185, "… each login is in 5", "end", color=MUTED)
    d.text(0, 292, "Session, gap 3 minutes", "start", 16, bold=True)
    window(1, 4, 304, 3, SERIES[3])
    window(9, 12, 304, 3, SERIES[3])
    d.arrow((at(5.2), 317), (at(4.1), 317))
    d.arrow((at(7.8), 317), (at(8.9), 317))
    d.text(at(6.5), 322, "silence")
    d.line((at(0), 360), (at(15), 360), color=INK)
    for minute in (0, 5, 10, 15):
        d.line((at(minute), 356), (at(minute), 364), color=INK)
        d.text(at(minute), 382, str(minute))
    d.text(at(15), 404, "minutes", "end", color=MUTED)
    return d.svg(408)
