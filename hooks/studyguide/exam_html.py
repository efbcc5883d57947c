"""Exams as pages: facts with their doubts, domains, and each skill with the pages and tables that teach it."""

from __future__ import annotations

from studyguide.exams import FACTS, Exam, Skill, Task
from studyguide.inline import extent, for_markdown, html, text_html
from studyguide.pages import Page
from studyguide.tables import Table

Teaching = dict[str, list[Page]]


def facts(exam: Exam) -> str:
    """The facts as a definition list; what is unsure says so."""
    lines = []
    for fact in exam.facts:
        doubt = "" if fact.confidence == "high" else f' <span class="guide-doubt">{fact.confidence} confidence</span>'
        note = f"<br><small>{html(fact.note)}</small>" if fact.note else ""
        lines.append(f"<dt>{FACTS[fact.key]}</dt><dd>{html(fact.text)}{doubt}{note}</dd>")
    origin = f'<p class="guide-table__origin">Checked <time datetime="{exam.checked}">{exam.checked}</time>. Official page: <a href="{exam.source}" rel="noopener">{exam.source.removeprefix("https://")}</a></p>'
    return for_markdown(f'<dl class="guide-facts">\n{"".join(lines)}\n</dl>') + f"\n\n{origin}"


def outline(exam: Exam, teaching: Teaching, tables: dict[str, Table]) -> str:
    """Every domain, task and skill, each linked to where the guide teaches it."""
    blocks = []
    for domain in exam.domains:
        blocks.append(f"## Domain {domain.number}: {domain.title} ({domain.weight} %)")
        for task in domain.tasks:
            blocks.append(f"### {task.code} {task.title}")
            served = [table for table in tables.values() if task.id in table.tasks]
            pages = teaching.get(task.id, [])
            if pages:
                blocks.append("Taught in " + _links(pages) + ".")
            if served:
                links = ", ".join(f"[{table.title}](/{table.home}#table-{table.id})" for table in served)
                blocks.append(f'??? note "{len(served)} comparison{"s" if len(served) > 1 else ""} for this task"\n    {links}')
            if task.skills:
                items = "\n".join(_skill(skill, teaching.get(skill.id, [])) for skill in task.skills)
                blocks.append(for_markdown(f'<ul class="guide-skill-list">\n{items}\n</ul>'))
    return "\n\n".join(blocks)


def _skill(skill: Skill, pages: list[Page]) -> str:
    new = ' <span class="guide-badge">new</span>' if skill.is_new else ""
    where = f' <span class="guide-taught">{_links(pages)}</span>' if pages else ""
    return f'<li id="{anchor(skill)}"><strong>{skill.code}</strong>{new} {text_html(skill.text)}{where}</li>'


def _links(pages: list[Page]) -> str:
    return ", ".join(f"[{text_html(page.title)}](/{page.path})" for page in pages)


def anchor(skill: Skill) -> str:
    """The id of a skill's line on its exam's page: "skill-1.1.a"."""
    return f"skill-{skill.code}"


def coverage(exams: list[Exam], teaching: Teaching, questions: dict[str, int]) -> str:
    """The coverage matrix: one row a skill (a task, where pages are mapped to tasks only), with its pages and questions."""
    blocks = []
    for exam in exams:
        listed: list[Skill | Task] = list(exam.skills())
        kind = "skill"
        if not any(teaching.get(skill.id) for skill in listed):
            listed, kind = list(exam.tasks()), "task"
        taught = sum(1 for each in listed if teaching.get(each.id))
        rows = "\n".join(_covered(exam, each, teaching.get(each.id, []), questions.get(each.id, 0)) for each in listed)
        blocks.append(f"## {exam.code}: {taught} of {len(listed)} {kind}s")
        blocks.append(
            for_markdown(
                f'<div class="guide-table">\n<div class="guide-table__scroll"{extent(len(listed), 3 * len(listed))}>\n<table class="guide-grid">\n'
                f"<caption>{exam.code}: where each {kind} is taught</caption>\n"
                f'<thead><tr><th scope="col">{kind.title()}</th><th scope="col">What it asks</th>'
                '<th scope="col">Pages</th><th scope="col">Questions</th></tr></thead>\n'
                f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n</div>"
            )
        )
    return "\n\n".join(blocks)


def _covered(exam: Exam, each: Skill | Task, pages: list[Page], questions: int) -> str:
    if isinstance(each, Skill):
        name, words = f"[{each.code}](/exams/{exam.code.lower()}.md#{anchor(each)})", each.text
    else:
        name, words = each.code, each.title
    return (
        f'<tr><th scope="row">{name}</th><td data-label="What it asks"><span>{text_html(words)}</span></td>'
        f'<td data-label="Pages"><span>{_links(pages) or "none"}</span></td><td data-label="Questions"><span>{questions}</span></td></tr>'
    )


def serves(page: Page, exams: dict[str, Exam]) -> str:
    """The line under a page's title: which tasks of which exams it serves, unfolding to the skills."""
    if not (page.skills or page.tasks):
        return ""
    chips, details = [], []
    for exam in exams.values():
        skills = [skill for skill in exam.skills() if skill.id in page.skills]
        codes = {skill.code.rpartition(".")[0] for skill in skills} | {name.partition("/")[2] for name in page.tasks if name.startswith(exam.code + "/")}
        if not codes:
            continue
        url = f"/exams/{exam.code.lower()}.md"
        chips.append(f'<span class="guide-chip"><b>{exam.code}</b> {", ".join(sorted(codes))}</span>')
        links = "; ".join(f"[{skill.code}]({url}#{anchor(skill)}) {text_html(skill.text)}" for skill in skills)
        details.append(f"<li><b>[{exam.code}]({url})</b> {links or ', '.join(sorted(codes))}</li>")
    summary = f'<summary><span class="guide-visually-hidden">Exam skills this page serves: </span>{"".join(chips)}</summary>'
    return for_markdown(f'<details class="guide-serves" data-search-exclude>{summary}<ul>{"".join(details)}</ul></details>')
