"""Architectures of generative AI: RAG, knowledge base ingestion, the agent loop, the ladder of customization, chunks."""

from __future__ import annotations

from itertools import pairwise

from figures.diagrams import EDGE, INK, MUTED, SERIES, Diagram
from figures.registry import figure


@figure(
    "rag",
    "RAG is two pipelines that share a vector store",
    "Ingestion, offline: documents are parsed, chunked, embedded and written to a vector store. Query, online: the question is checked, "
    "embedded, used to retrieve passages with filters, which are reranked and put into a prompt; the model answers with citations, and "
    "grounding is checked.",
)
def rag() -> str:
    """Left offline, right online."""
    d = Diagram()
    d.text(105, 16, "Ingestion, offline", size=16, bold=True)
    d.text(362, 16, "Query, online", size=16, bold=True)
    left = ["Documents|with owner, date, access", "Parse and chunk|tables and headings kept", "Embed|chunk → vector"]
    right = ["Question|guardrail, who asks", "Embed|the same model", "Retrieve|filter, then rerank"]
    right += ["Prompt|rules, passages, question", "Generate|foundation model", "Answer|citations, grounding checked"]
    y, boxes = 30.0, []
    for words in left:
        boxes.append(d.box(0, y, 210, words))
        y += boxes[-1].h + 24
    store = d.box(0, y, 210, "Vector store|vectors, text, metadata", tone="accent")
    for a, b in pairwise([*boxes, store]):
        d.arrow(a.bottom, b.top)
    y, asked = 30.0, []
    for words in right:
        asked.append(d.box(244, y, 236, words, tone="warm" if words.startswith("Answer") else "plain"))
        y += asked[-1].h + 24
    for a, b in pairwise(asked):
        d.arrow(a.bottom, b.top)
    found = asked[2]
    d.arrow(store.right, (227, store.right[1]), (227, found.left[1]), found.left, color=SERIES[1])
    d.text(105, store.y + store.h + 24, "again when documents change", color=MUTED)
    return d.svg(y - 24)


@figure(
    "knowledge-base-ingestion",
    "How a knowledge base keeps up with its sources",
    "A schedule, or S3 events buffered in a queue, start an ingestion job. The job scans the source. New and changed documents are parsed, "
    "chunked, embedded and written to the vector store; deleted ones have their vectors removed; unchanged ones are skipped. Failed documents "
    "are counted and should raise an alarm.",
)
def knowledge_base_ingestion() -> str:
    """Triggers, scan, four outcomes."""
    d = Diagram()
    first = d.row(0, ["EventBridge Scheduler|every night", "S3 event|→ queue → Lambda, batched"], gap=24)
    job = d.box(90, 116, 300, "StartIngestionJob|scans the data source", tone="accent")
    for box in first:
        d.arrow(box.bottom, (box.bottom[0], job.y))
    outs = d.row(222, ["New or changed", "Deleted", "Unchanged", "Failed"], gap=8)
    for box in outs:
        d.line((240, job.y + job.h), (240, 198), (box.top[0], 198))
        d.arrow((box.top[0], 198), box.top)
    ends = d.row(318, ["|parse, chunk, embed, write", "|remove the vectors", "|skip: no cost", "|count, raise an alarm"], tone="ghost", gap=8)
    for a, b in zip(outs, ends, strict=True):
        d.arrow(a.bottom, b.top)
    store = d.box(0, 420, 236, "Vector store|vectors, text, metadata", tone="accent")
    for box in ends[:2]:
        d.arrow(box.bottom, (box.bottom[0], store.y))
    d.text(480, 446, "Other chunks or another", "end", color=MUTED)
    d.text(480, 466, "model: build a new one", "end", color=MUTED)
    return d.svg(store.y + store.h)


@figure(
    "agent-loop",
    "The agent loop: the model asks, your code decides",
    "Goal, history and tool descriptions go to the model. If it answers with text, the loop ends. If it requests a tool, your code validates "
    "the request, checks permission and limits, runs the tool and returns its result to the model, which decides again. Limits on turns, tokens "
    "and time end the loop too.",
)
def agent_loop() -> str:
    """Model, check, tool, result, back."""
    d = Diagram()
    goal = d.box(60, 0, 300, "Goal|instructions, history, tools")
    model = d.box(60, 90, 300, "Model|text, or a tool request", tone="accent")
    d.arrow(goal.bottom, model.top)
    asks = d.box(60, 184, 300, "Tool requested?", 44)
    d.arrow(model.bottom, asks.top)
    done = d.box(398, 172, 82, "Answer", 68, "warm")
    d.arrow(asks.right, done.left, label="no")
    check = d.box(60, 268, 300, "Your code checks|arguments, permission, limits", tone="violet")
    d.arrow(asks.bottom, check.top, label="yes")
    tool = d.box(60, 362, 300, "Tool runs|API, query, code, retrieval")
    d.arrow(check.bottom, tool.top)
    result = d.box(60, 456, 300, "Result|success, or an error that helps")
    d.arrow(tool.bottom, result.top)
    d.arrow(result.left, (22, result.left[1]), (22, model.left[1]), model.left, color=SERIES[1])
    d.parts.append(f'<text transform="translate(14 300) rotate(-90)" fill="{MUTED}">next turn</text>')
    d.box(398, 262, 82, "Stop|turns, tokens, time", 110, "warm")
    d.arrow((360, 297), (398, 297))
    return d.svg(result.y + result.h)


@figure(
    "fm-ladder",
    "The ladder of customization: climb only when the step below failed",
    "Staircase from least to most effort. Prompting and few-shot change the input; RAG adds facts; fine-tuning changes weights or an adapter "
    "with labeled pairs; continued pre-training changes weights with raw text; training from scratch changes everything.",
)
def fm_ladder() -> str:
    """Steps that grow in effort from bottom to top."""
    d = Diagram()
    steps = (
        ("Train from scratch", "everything; trillions of tokens", "warm"),
        ("Continued pre-training", "weights; raw domain text", "violet"),
        ("Fine-tuning", "weights or adapter; labeled pairs", "violet"),
        ("RAG", "the facts it reads; your documents", "accent"),
        ("Few-shot", "the input; a handful of examples", "plain"),
        ("Prompting", "the input; clear instructions", "plain"),
    )
    for i, (name, detail, tone) in enumerate(steps):
        d.box((len(steps) - 1 - i) * 36, i * 74, 292, f"{name}|{detail}", 58, tone)
    d.arrow((444, 428), (444, 150), color=SERIES[2])
    d.parts.append(f'<text transform="translate(466 300) rotate(-90)" fill="{INK}">data, cost, upkeep</text>')
    d.text(0, 20, "changes what;", "start", color=MUTED)
    d.text(0, 40, "needs what", "start", color=MUTED)
    return d.svg(428)


@figure(
    "chunk-overlap",
    "Overlap keeps a sentence that crosses a border",
    "A document cut into chunks of 500 tokens. Without overlap a sentence at token 500 is split between two chunks and complete in neither. "
    "With an overlap of 100 tokens the next chunk starts at token 400, so the sentence is complete in the second chunk; a document of 10,000 "
    "tokens gives 25 chunks, not 20.",
)
def chunk_overlap() -> str:
    """One text axis, two ways to cut it."""
    d = Diagram()

    def at(token: float) -> float:
        return 4 + token * 0.3

    d.text(0, 16, "Document", "start", 16, bold=True)
    d.rect(at(0), 28, 1560 * 0.3, 22, EDGE, 0.35)
    d.rect(at(450), 28, 110 * 0.3, 22, SERIES[2], 0.9)
    d.text(at(600), 20, "one sentence, tokens 450 to 560", "start", color=INK)
    for title, y, size, step, color in (("No overlap: 20 chunks", 92.0, 500, 500, SERIES[1]), ("Overlap 100: 25 chunks", 262.0, 500, 400, SERIES[3])):
        d.text(0, y, title, "start", 16, bold=True)
        for i in range(3):
            start, top = i * step, y + 14 + i * 34
            d.rect(at(start), top, size * 0.3, 28, color, 0.25, 4)
            d.text(at(start + size / 2 + (30 if i == 1 else 0)), top + 20, f"chunk {i + 1}")
            low, high = max(start, 450), min(start + size, 560)
            if low < high:
                d.rect(at(low), top, (high - low) * 0.3, 28, SERIES[2], 0.9)
    d.text(480, 128, "sentence cut in two", "end", color=MUTED)
    d.text(480, 296, "whole in chunk 2", "end", color=MUTED)
    for token in (450, 560):
        d.line((at(token), 50), (at(token), 338), color=SERIES[2], dash="2 5", width=1)
    d.line((at(0), 392), (at(1560), 392), color=INK)
    for token in (0, 500, 1000, 1500):
        d.line((at(token), 388), (at(token), 396), color=INK)
        d.text(at(token), 414, f"{token:,}", "start" if token == 0 else "middle")
    d.text(at(1250), 414, "tokens", color=MUTED)
    return d.svg(420)
