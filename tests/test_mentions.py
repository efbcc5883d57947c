"""First mentions are marked in prose only, once, and not where the line says it already."""

import re

from studyguide import mentions
from studyguide.mentions import Mark

NAMES = {"RCF": "rcf", "Random Cut Forest": "rcf", "Old Store": "old", "recall": "recall"}
MARKS = {"rcf": Mark("<a>", "</a>"), "old": Mark("", " (closed)", re.compile("closed")), "recall": Mark("<r>", "</r>")}


def mark(text: str) -> str:
    return mentions.mark(text, mentions.compile_names(NAMES), NAMES, MARKS)


def test_only_the_first_mention() -> None:
    """Whichever spelling comes first is marked, whole words only."""
    assert mark("RCFs and Random Cut Forest, then RCF") == "RCFs and <a>Random Cut Forest</a>, then RCF"


def test_only_prose() -> None:
    """Headings, code, links, tables, HTML and callout titles are left alone."""
    text = '# RCF\n`RCF` [RCF](x.md)\n| RCF |\n<p>\nRCF\n</p>\n\n!!! key "RCF"\n```\nRCF\n```\nat last RCF'
    assert mark(text) == text.replace("at last RCF", "at last <a>RCF</a>")


def test_what_is_said_is_not_said_again() -> None:
    """A line that tells of the closure needs no badge, nor does a later mention; a possessive gets none."""
    assert mark("Old Store is closed.\nOld Store again") == "Old Store is closed.\nOld Store again"
    assert mark("Use Old Store here") == "Use Old Store (closed) here"
    assert mark("Old Store's limits") == "Old Store's limits"


def test_a_page_does_not_explain_its_own_term() -> None:
    """Keys that are known on a page stay unmarked there."""
    assert mentions.mark("recall and RCF", mentions.compile_names(NAMES), NAMES, MARKS, {"recall"}) == "recall and <a>RCF</a>"
