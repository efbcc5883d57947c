"""A small guide with a bank of its own: enough made-up questions for four mock exams, in every type."""

from __future__ import annotations

import shutil
from pathlib import Path

from repository import ROOT, run

FOLDERS = ("data-engineering", "exploratory-data-analysis", "modeling", "implementation-and-operations", "generative-ai")
# Questions by folder, in the proportions of MLS-C01 (20, 24, 36, 20), and the skills they test. Four mocks need 52 + 64 + 92 + 52.
PLAN = {
    "data-engineering": (66, ["MLS-C01/1.2.a", "MLS-C01/1.2.b", "MLS-C01/1.3.a"], ["MLA-C02/1.1.1", "MLA-C01/1.1.a"]),
    "exploratory-data-analysis": (80, ["MLS-C01/2.1.a", "MLS-C01/2.2.a", "MLS-C01/2.3.a"], ["MLA-C02/2.1.1", "MLA-C01/2.1.a"]),
    "modeling": (115, ["MLS-C01/3.1.a", "MLS-C01/3.2.a", "MLS-C01/3.4.a", "MLS-C01/3.5.a"], ["MLA-C02/3.1.1", "MLA-C01/3.1.a"]),
    "implementation-and-operations": (66, ["MLS-C01/4.1.a", "MLS-C01/4.2.a", "MLS-C01/4.3.a"], ["MLA-C02/4.1.1", "MLA-C01/4.1.a"]),
    "generative-ai": (20, ["AIF-C01/2.1.a", "AIF-C01/3.1.a"], []),
}
TEACHING = "skills: [{}]\nchecked: 2026-01-02\nsources: [https://docs.aws.amazon.com/sample.html]\n"
WHY = "Because the made-up case says so, which is all that there is to know about it."


def page(title: str, body: str = "", front: str = "") -> str:
    """A page as Markdown."""
    return f"---\ntitle: {title}\ndescription: The made-up page {title} of a small guide for the tests of practice.\n{front}---\n# {title}\n\n{body}\n"


def question(folder: str, number: int, skills: list[str]) -> str:
    """A question as YAML. Every 6th is multiple, every 10th ordering, every 15th matching; the others are single."""
    kind = "matching" if number % 15 == 14 else "ordering" if number % 10 == 9 else "multiple" if number % 6 == 5 else "single"
    name = f"{folder}-{number:03}"
    ask = {"multiple": "Which two fit? (Choose two.)", "ordering": "Put the steps in order.", "matching": "Match each thing."}.get(kind, "Which one fits?")
    lines = [
        f"  - id: {name}",
        f"    type: {kind}",
        f"    skills: [{', '.join(skills)}]",
        f"    difficulty: {number % 3 + 1}",
        f"    stem: \"Case {name}: a company's team stores `a<b` & more. {ask}\"",
        "    choices:",
    ]
    right = {"single": {number % 4}, "multiple": {number % 5, (number + 2) % 5}}.get(kind, set())
    for i in range({"single": 4, "multiple": 5}.get(kind, 3)):
        partner = f', match: "Partner {i} of {name}"' if kind == "matching" else ""
        correct = ", correct: true" if i in right else ""
        lines.append(f'      - {{text: "Thing {i} of {name}"{correct}{partner}, why: "{WHY}"}}')
    lines += [f"    teaches: {folder}/topic.md#the-one-heading", "    source: https://docs.aws.amazon.com/sample.html", "    checked: 2026-01-02"]
    return "\n".join(lines)


def build(folder: Path, address: str) -> None:
    """Build the small guide to be served at `address` into `folder`/site."""
    docs = folder / "docs"
    for name in ("hooks", "docs/_theme", "docs/assets", "docs/practice"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("exams", *FOLDERS):
        (docs / name).mkdir()
        (docs / name / "index.md").write_text(page(f"About {name}"))
    (docs / "exams" / "coverage.md").write_text(page("Coverage"))
    (docs / "index.md").write_text(page("Home", "[Practice](practice/index.md), [modeling](modeling/topic.md)"))
    data = docs / "_data"
    (data / "questions").mkdir(parents=True)
    exams = (ROOT / "docs" / "_data" / "exams.yml").read_text()
    (data / "exams.yml").write_text(exams.replace("must_be_taught: true", "must_be_taught: false"))  # four pages do not teach everything
    for name in ("comparisons", "services", "glossary"):
        (data / f"{name}.yml").write_text("{}\n")
    for name, (count, main, others) in PLAN.items():
        front = TEACHING.format(", ".join(main + others))
        (docs / name / "topic.md").write_text(page(name.replace("-", " ").capitalize(), "## The one heading\n\nText.", front))
        questions = [question(name, number, [main[number % len(main)], *others]) for number in range(count)]
        (data / "questions" / f"{name}.yml").write_text("questions:\n" + "\n".join(questions) + "\n")
    pages = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]
    settings = (ROOT / "mkdocs.yml").read_text()
    (folder / "mkdocs.yml").write_text(settings[: settings.index("\nnav:\n")] + f"\nnav: [{', '.join(pages)}]\n")
    result = run("mkdocs", "build", "--site-dir", str(folder / "site"), cwd=folder, SITE_URL=address, REPO_URL="https://github.com/someone/guide")
    assert result.returncode == 0, result.stdout + result.stderr
