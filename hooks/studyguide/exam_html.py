"""Exams as pages: facts with their doubts, domains, and each skill with the pages and tables that teach it."""

from __future__ import annotations

from studyguide.exams import FACTS, Exam, Skill, Task
from studyguide.inline import html, text_html
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
    return f'<dl class="guide-facts" markdown="span">\n{"".join(lines)}\n</dl>\n\n{origin}'


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
                blocks.append(f'<ul class="guide-skill-list" markdown="span">\n{items}\n</ul>')
    return "\n\n".join(blocks)


def _skill(skill: Skill, pages: list[Page]) -> str:
    new = ' <span class="guide-badge">new</span>' if skill.is_new else ""
    where = f' <span class="guide-taught">{_links(pages)}</span>' if pages else ""
    return f'<li id="{anchor(skill)}"><strong>{skill.code}</strong>{new} {text_html(skill.text)}{where}</li>'


def _links(pages: list[Page]) -> str:
    return ", ".join(f"[{text_html(page.title)}](/{page.path})" for page in pages)


def anchor(skill: Skill | Task) -> str:
    """The id of a skill's line on its exam's page: "skill-1.1.a"."""
    return f"skill-{skill.code}"


def coverage(exams: list[Exam], teaching: Teaching, questions: dict[str, int]) -> str:
    """The coverage matrix: one row a skill, with every page that teaches it and its number of practice questions."""
    blocks = []
    for exam in exams:
        skills = list(exam.skills())
        taught = sum(1 for skill in skills if teaching.get(skill.id))
        rows = "\n".join(
            f'<tr><th scope="row"><a href="{exam.code.lower()}/#{anchor(skill)}">{skill.code}</a></th><td>{text_html(skill.text)}</td>'
            f"<td>{_links(teaching.get(skill.id, [])) or 'none'}</td><td>{questions.get(skill.id, 0)}</td></tr>"
            for skill in skills
        ).replace(f'<a href="{exam.code.lower()}/#', f'<a href="../{exam.code.lower()}/#')
        blocks.append(f"## {exam.code}: {taught} of {len(skills)} skills taught")
        blocks.append(
            '<div class="guide-table" markdown="span">\n<table class="guide-grid">\n'
            f"<caption>{exam.code}: where each skill is taught</caption>\n"
            '<thead><tr><th scope="col">Skill</th><th scope="col">What it asks</th><th scope="col">Pages</th><th scope="col">Questions</th></tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
        )
    return "\n\n".join(blocks)


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
    return f'<details class="guide-serves" markdown="span" data-search-exclude>{summary}<ul>{"".join(details)}</ul></details>'
