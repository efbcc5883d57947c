"""Every abbreviation that a page uses is explained: on the page at its first use, in the glossary, or in the registry of services."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest

from repository import ROOT
from studyguide import guide as guides
from studyguide.guide import Guide
from studyguide.problems import report

# What a reader who knows Python and a little machine learning knows, or would not look up.
KNOWN_TEXT = """
AI API APIs AWS BI CLI CPU CSV DNS FAQ FTP GB GPU HDD HTML HTTP HTTPS ID IP ISO JPEG JPG JSON JVM KB MB ML MP3 MP4 PDF PNG RAM SDK
SMS SQL SSD SVG TB TCP UDP URI URL US EU UTC WAV XML YAML
AMD ARM CUDA MIT NGINX NVIDIA OSS
AIF AIP MLA MLS
II
"""
# Words that an API, a file or a network spells in capitals: no letters stand for anything that matters.
SPELLED_TEXT = """
ALARM AUTO AVI BLOCK CHAT COCO COPY DELETE DRAFT EAGLE EMAIL FLAC FORMS FOUND GET HIGH HYBRID LAYOUT LOW LZ4 MD5 MEDIUM ME1
MOV NAME NMSLIB NONE NOT OK OTHER PHONE POST PUT REJECT RETAIN SPOT STRUCT TABLES TECH TEXT TIFF VALID
"""
KNOWN = frozenset(KNOWN_TEXT.split())
SPELLED = frozenset(SPELLED_TEXT.split())
ABBREVIATION = re.compile(r"(?<![\w./-])([A-Z]{2,6}\d*)(?=s?(?!\w))")
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,6}\d*(?=s?(?![A-Za-z0-9]))")


def uses(body: str) -> Iterator[tuple[int, str, str]]:
    """Line number, line and abbreviation, for each one in the prose of a page: no code, headings, markers or addresses of links."""
    in_code = False
    for number, line in enumerate(body.split("\n"), start=1):
        if re.match(r"\s*(```|~~~)", line):
            in_code = not in_code
        elif not in_code and not re.match(r"#|\s*<!--", line):
            text = re.sub(r"\]\([^)]*\)", "]", re.sub(r"`[^`]*`", "", line))
            for found in ABBREVIATION.finditer(text):
                yield number, text, found[1]


def expands(text: str, short: str) -> bool:
    """Whether `text` says "Random Cut Forest (RCF)" or "RCF (Random Cut Forest)"; other words may share the brackets."""
    name = re.escape(short)
    return bool(re.search(rf"[A-Za-z0-9][\w’'–-]* \((?:[^()]*[^\w()])?{name}s?(?!\w)[^()]*\)|(?<!\w){name}s? \((?=[^()]*[a-z]{{3}})[^()]+\)", text))


def explained_elsewhere(guide: Guide) -> set[str]:
    """All abbreviations in the names of glossary and services."""
    names = [name for term in guide.terms.values() for name in (term.term, *term.also)]
    names += [name for service in guide.services.values() for name in (service.name, service.short, service.full, *service.former, *service.abbreviations)]
    return {found for name in names for found in _CAPITALS.findall(name)}


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The real guide, free of problems."""
    found, problems = guides.load(ROOT, datetime.date.today())
    assert not problems, report(problems)
    return found


def test_the_ways_to_expand() -> None:
    """Both orders count; an abbreviation in brackets after a number, or a list of them, does not."""
    assert expands("uses Random Cut Forest (RCF) for", "RCF")
    assert expands("the RCF (Random Cut Forest) of", "RCF")
    assert expands("one of key figures (KPIs, gauges)", "KPI")
    assert expands("long short-term memory (a gated cell, LSTM)", "LSTM")
    assert not expands("RCF finds it", "RCF")
    assert not expands("RCF (see below 2)", "RCFX")
    assert [short for _, _, short in uses("A `GPU` and two GPUs, k-NN, AWS.\n## NTM\n```\nLDA\n```\n<!-- guide: table RCF -->")] == ["GPU", "AWS"]


def test_abbreviations_are_explained(guide: Guide) -> None:
    """A learner can look up what every abbreviation stands for."""
    known = KNOWN | SPELLED | explained_elsewhere(guide)
    found = []
    for path, page in sorted(guide.pages.items()):
        seen: set[str] = set()
        for number, text, short in uses(page.body):
            if short not in known and short not in seen:
                seen.add(short)
                if not expands(text, short):
                    found.append(f"docs/{path}, line {number} of the body: {short} is not expanded at its first use: {text.strip()[:100]}")
    assert found == []
