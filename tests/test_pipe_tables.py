"""Comparisons come from docs/_data/comparisons.yml; a Markdown table in a page is a worked example or a directory of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from repository import ROOT

WORKED = "a worked example: its figures belong to the text around it"
DIRECTORY = "a directory: each row leads to pages"
EXAMPLE_MATRIX = "counts that the text computes with"

# (page, first header cell, second header cell) of each table that may be typed in a page, and why.
ALLOWED = {
    ("index.md", "You", "Take"): DIRECTORY,
    ("data-engineering/feature-store.md", "Label", "Observed"): WORKED,
    ("data-engineering/index.md", "Question in your head", "Page"): DIRECTORY,
    ("exploratory-data-analysis/bias-in-data.md", "", "a: applied"): EXAMPLE_MATRIX,
    ("exploratory-data-analysis/cluster-analysis.md", "Merge", "Height"): WORKED,
    ("exploratory-data-analysis/cluster-analysis.md", "k", "WCSS"): WORKED,
    ("exploratory-data-analysis/data-wrangler.md", "Column", "Score"): WORKED,
    ("exploratory-data-analysis/descriptive-statistics.md", "", "Stayed"): EXAMPLE_MATRIX,
    ("exploratory-data-analysis/dimensionality-reduction.md", "Component", "Variance"): WORKED,
    ("exploratory-data-analysis/index.md", "Page", "Answers"): DIRECTORY,
    ("exploratory-data-analysis/scaling-and-transformation.md", "Value", "Standard"): WORKED,
    ("generative-ai/foundation-models.md", "Model", "Correct on your set"): WORKED,
    ("generative-ai/foundation-models.md", "Temperature", "Divided logits"): WORKED,
    ("generative-ai/genai-cost.md", "Change", "Cost per request"): WORKED,
    ("generative-ai/guardrails.md", "Grounding threshold", "Hallucinations blocked"): WORKED,
    ("generative-ai/index.md", "Layer", "Question"): DIRECTORY,
    ("generative-ai/retrieval.md", "Passage", "Semantic rank"): WORKED,
    ("generative-ai/text-metrics.md", "", "ref 1"): EXAMPLE_MATRIX,
    ("implementation-and-operations/index.md", "The question asks", "Read"): DIRECTORY,
    ("modeling/accelerators.md", "Model", "Weights in 16 bit"): WORKED,
    ("modeling/bias-variance.md", "Training accuracy", "Validation accuracy"): WORKED,
    ("modeling/choosing-an-algorithm.md", "Candidate", "Missed defaults"): WORKED,
    ("modeling/classification-metrics.md", "", "Predicted fraud"): EXAMPLE_MATRIX,
    ("modeling/classification-metrics.md", "Actual", "Predicted A"): EXAMPLE_MATRIX,
    ("modeling/experiments-and-mlflow.md", "Candidate", "PR AUC"): WORKED,
    ("modeling/index.md", "Topic", "Pages"): DIRECTORY,
    ("modeling/transfer-learning.md", "Set-up", "Trained weights"): WORKED,
    ("modeling/trees-and-ensembles.md", "Split", "Left"): WORKED,
}
_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$")
_LINK = re.compile(r"\]\([^)]+\.md")


def pipe_tables(text: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Line number, header cells and body rows of each Markdown table outside code."""
    lines, in_code = text.split("\n"), False
    for number, line in enumerate(lines):
        if re.match(r"\s*(```|~~~)", line):
            in_code = not in_code
        elif not in_code and number and _RULER.match(line) and "|" in lines[number - 1]:
            rows = []
            for row in lines[number + 1 :]:
                if "|" not in row:
                    break
                rows.append(row)
            yield number, [cell.strip() for cell in lines[number - 1].strip().strip("|").split("|")], rows


def tables() -> Iterator[tuple[str, int, tuple[str, str, str], list[str]]]:
    """Each table of each page, with its key in ALLOWED."""
    docs = ROOT / "docs"
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        for line, header, rows in pipe_tables(path.read_text()):
            yield page, line, (page, header[0], header[1]), rows


def test_the_reader_of_tables() -> None:
    """Tables are found with and without outer pipes; code and rulers are not tables."""
    text = "| A | B |\n|---|:-:|\n| 1 | 2 |\n\nC | D\n--- | ---\n3 | 4\n\n```\n| x | y |\n|---|---|\n```\n\n---\n"
    assert [(line, header, len(rows)) for line, header, rows in pipe_tables(text)] == [(1, ["A", "B"], 1), (5, ["C", "D"], 1)]


def test_comparisons_are_data() -> None:
    """A new comparison goes to docs/_data/comparisons.yml, where it gets a source, filters, flashcards and a place in the search."""
    typed = [f"docs/{page}:{line}: table '{key[1]} | {key[2]}'; move it to docs/_data/comparisons.yml" for page, line, key, _ in tables() if key not in ALLOWED]
    assert typed == []


def test_directories_lead_to_pages() -> None:
    """What is allowed as a directory has a link in every row."""
    dead = [f"docs/{page}:{line}: {row}" for page, line, key, rows in tables() if ALLOWED.get(key) == DIRECTORY for row in rows if not _LINK.search(row)]
    assert dead == []


def test_no_exception_is_left_over() -> None:
    """An entry of the list whose table is gone goes too."""
    assert set(ALLOWED) - {key for _, _, key, _ in tables()} == set()
