"""The files that are published beside the pages: tables as JSON and CSV, and what the practice pages load."""

from __future__ import annotations

from studyguide import question_html
from studyguide.contents import Guide
from studyguide.table_html import data, to_csv, to_json


def files(guide: Guide) -> dict[str, str]:
    """Text by path below the site's root."""
    found = {"data/comparisons.json": to_json([data(table) for table in guide.tables.values()])}
    for table in guide.tables.values():
        found[f"data/{table.id}.json"] = to_json(data(table))
        found[f"data/{table.id}.csv"] = to_csv(table)
    for folder in dict.fromkeys(question.page.partition("/")[0] for question in guide.bank.questions.values()):
        asked = [question for question in guide.bank.questions.values() if question.page.startswith(folder + "/")]
        found[f"data/questions/{folder}.json"] = to_json(question_html.data(asked, guide.bank, guide.pages))
    found["data/questions/index.json"] = to_json(question_html.index(guide.bank.questions.values()))
    found["data/exams.json"] = to_json(question_html.exam_data(guide.exams.values(), guide.teaching()))
    return found
