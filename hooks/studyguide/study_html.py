"""Ways to study: reading lists by exam, and cheat sheets assembled from the key facts, signals and traps of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from studyguide.exams import Domain, Exam
from studyguide.inline import text_html
from studyguide.pages import Page

_CALLOUT = re.compile(r'^!!! (key|signal|trap)\b[^\n]*\n((?:[ ]{4}[^\n]*\n|\n)+)', re.M)
_BULLET = re.compile(r"^[ ]{4}[-*] (.+(?:\n[ ]{6,}\S.*)*)", re.M)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def bullets(page: Page, kind: str) -> list[str]:
    """The bullets of a page's callouts of one kind (key, signal or trap), without links."""
    found = []
    for callout in _CALLOUT.finditer(page.body + "\n"):
        if callout[1] == kind:
            found += [re.sub(r"\s+", " ", _LINK.sub(r"\1", bullet)) for bullet in _BULLET.findall(callout[2])]
    return found


def cheat_sheet(pages: Iterable[Page]) -> str:
    """The key facts of each page under its title, dense enough to print."""
    blocks = []
    for page in pages:
        facts = bullets(page, "key")
        if facts:
            items = "\n".join(f"- {fact}" for fact in facts)
            blocks.append(f"## [{page.title}](/{page.path})\n\n{items}")
    return '<div class="guide-sheet" markdown="block">\n\n' + "\n\n".join(blocks) + "\n\n</div>"


def last_day(pages: Iterable[Page]) -> str:
    """One exam signal and one trap of each page: what to read on the evening before."""
    items = []
    for page in pages:
        signals, traps = bullets(page, "signal"), bullets(page, "trap")
        if signals:
            trap = f" *Trap: {traps[0]}*" if traps else ""
            items.append(f"- **[{page.title}](/{page.path})**: {signals[0]}{trap}")
    return '<div class="guide-sheet" markdown="block">\n\n' + "\n".join(items) + "\n\n</div>"


def study_path(exam: Exam, pages: list[Page]) -> str:
    """The pages that serve an exam in reading order, domain by domain, with weights and reading times."""
    blocks = []
    for domain in exam.domains:
        listed = [page for page in pages if home_domain(exam, page) == domain]
        minutes = sum(page.minutes for page in listed)
        items = "\n".join(f"1. [{text_html(page.title)}](/{page.path}) <small>{page.minutes} min</small>" for page in listed)
        blocks.append(f"### Domain {domain.number}: {domain.title}\n\n{domain.weight} % of the exam, {len(listed)} pages, {hours(minutes)} to read.\n\n{items}")
    total = sum(page.minutes for page in pages if home_domain(exam, page))
    return f"All of it: {hours(total)} of reading at 200 words a minute.\n\n" + "\n\n".join(blocks)


def home_domain(exam: Exam, page: Page) -> Domain | None:
    """The domain of the exam that a page serves most; None when it serves none."""
    owner = {name: domain.number for domain in exam.domains for task in domain.tasks for name in (task.id, *(skill.id for skill in task.skills))}
    served = Counter(owner[name] for name in (*page.skills, *page.tasks) if name in owner)
    if not served:
        return None
    best = min(served, key=lambda number: (-served[number], number))
    return next(domain for domain in exam.domains if domain.number == best)


def hours(minutes: int) -> str:
    """Minutes in words: 135 -> "2 h 15 min"."""
    whole, rest = divmod(minutes, 60)
    return f"{whole} h {rest:02d} min" if whole else f"{rest} min"
