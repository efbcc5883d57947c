"""Architectures around a model: the training job, variants, many models on one endpoint, kinds of parallelism."""

from __future__ import annotations

from figures.diagrams import EDGE, INK, MUTED, PAPER, SERIES, Diagram
from figures.registry import figure


@figure(
    "training-job",
    "Anatomy of a training job",
    "CreateTrainingJob starts instances that exist only for the job. They pull the image from ECR and the channels from S3. The container reads "
    "/opt/ml/input, writes /opt/ml/model, /opt/ml/checkpoints and /opt/ml/output, and prints metrics. SageMaker AI packs the model to S3, syncs "
    "checkpoints during the job, and sends logs to CloudWatch.",
)
def training_job() -> str:
    """What goes into the container, what comes out."""
    d = Diagram()
    top = d.row(0, ["S3 channels|train, validation", "ECR image|algorithm or yours", "Request|role, instances, limits"])
    d.frame(0, 106, 480, 254, "Instances of this job only")
    for box in top:
        d.arrow(box.bottom, (box.bottom[0], 106))
    d.box(16, 142, 448, "|/opt/ml/input: data and hyperparameters")
    inner = d.box(16, 206, 448, "Your container|reads input, trains, prints metrics", tone="accent")
    d.arrow((240, 180), inner.top)
    outs = d.row(290, ["|/opt/ml/model", "|/opt/ml/ checkpoints", "|stdout, stderr"], x=16, w=448)
    for box in outs:
        d.arrow((box.top[0], inner.y + inner.h), box.top)
    ends = d.row(402, ["S3 output|model.tar.gz at the end", "S3|synced while it runs", "CloudWatch|logs and metrics"], tone="violet")
    for a, b in zip(outs, ends, strict=True):
        d.arrow((b.top[0], a.y + a.h), b.top)
    d.arrow((254, 402), (254, outs[1].y + outs[1].h))
    return d.svg(ends[0].y + ends[0].h)


@figure(
    "production-variants",
    "One endpoint, two production variants and a shadow",
    "A caller invokes one endpoint. Weights 9 and 1 send 90 percent of requests to variant A and 10 percent to variant B, each with its own "
    "model and instances; TargetVariant overrides the weights. A shadow variant receives a copy of the requests and its answers are only "
    "logged. CloudWatch reports metrics per variant.",
)
def production_variants() -> str:
    """Weights, TargetVariant, shadow."""
    d = Diagram()
    caller = d.box(110, 0, 260, "Caller|InvokeEndpoint")
    d.frame(0, 98, 480, 260, "Endpoint")
    router = d.box(110, 130, 260, "Router|weights, or TargetVariant", tone="accent")
    d.arrow(caller.bottom, router.top)
    boxes = d.row(248, ["Variant A|model 1,\nits instances", "Variant B|model 2,\nits instances", "Shadow|copy of the requests"], x=12, w=456)
    a, b, shadow = boxes
    d.arrow((176, 188), (176, 216), (a.top[0], 216), a.top)
    d.arrow((240, 188), b.top)
    d.arrow((304, 188), (304, 216), (shadow.top[0], 216), shadow.top, dash="4 4")
    d.text(a.top[0] + 8, 240, "90%", "start", bold=True)
    d.text(b.top[0] + 8, 240, "10%", "start", bold=True)
    d.text(shadow.top[0] - 8, 240, "copy", "end", color=MUTED)
    foot = d.row(390, ["Answer|to the caller", "Answer|to the caller", "Log only|never returned"], x=12, w=456, tone="ghost")
    for upper, lower in zip(boxes, foot, strict=True):
        d.arrow(upper.bottom, lower.top, dash="4 4" if upper is shadow else "")
    d.text(240, foot[0].y + foot[0].h + 24, "CloudWatch: invocations, latency, errors per variant", color=MUTED)
    return d.svg(foot[0].y + foot[0].h + 30)


@figure(
    "multi-model-endpoint",
    "A multi-model endpoint loads models on demand",
    "A call names its model in TargetModel. The shared container answers at once if the model is in memory; otherwise it is downloaded from one "
    "S3 prefix that holds all artifacts, loaded and kept. When memory is full, unused models are unloaded.",
)
def multi_model_endpoint() -> str:
    """Request, memory, S3 prefix."""
    d = Diagram()
    call = d.box(90, 0, 300, "InvokeEndpoint|TargetModel = store-17.tar.gz")
    d.frame(0, 98, 480, 176, "One shared container, same framework")
    d.arrow(call.bottom, (240, 98))
    d.text(16, 150, "In memory", "start", color=MUTED)
    for i, (name, tone) in enumerate((("store-03", "accent"), ("store-17", "warm"), ("store-42", "accent"))):
        d.box(16 + i * 152, 160, 144, f"|{name}", 40, tone)
    d.text(16, 232, "Hit: answer in milliseconds.", "start")
    d.text(16, 256, "Memory full: unused models are unloaded.", "start")
    d.arrow((400, 330), (400, 274), label="miss: download, load", side="left")
    d.frame(0, 330, 480, 122, "One S3 prefix, thousands of artifacts")
    names = ("store-01", "store-02", "store-03", "store-04", "…", "store-17", "store-42", "store-99")
    for i, name in enumerate(names):
        d.box(16 + i % 4 * 114, 362 + i // 4 * 42, 106, f"|{name}", 34, "warm" if name == "store-17" else "plain")
    d.text(240, 476, "New model: upload a file, no endpoint update", color=MUTED)
    return d.svg(482)


@figure(
    "parallelism",
    "Three ways to spread training over devices",
    "Data parallel: each device holds the whole model and another part of the batch, and gradients are averaged. Pipeline parallel: each device "
    "holds some layers, activations travel from one to the next. Tensor parallel: every layer is cut, each device computes its slice and "
    "results are joined at every layer.",
)
def parallelism() -> str:
    """Layers as stripes, devices as frames."""
    d = Diagram()
    layers = (SERIES[1], SERIES[2], SERIES[3])

    def device(x: float, y: float, title: str) -> None:
        d.frame(x, y, 130, 150, title)

    y = 0.0
    for title, note, words in (
        ("Data parallel", "whole model fits; the batch is split", "gradients averaged after each step"),
        ("Pipeline parallel", "model too large; layers are split", "activations forward, gradients back, in micro-batches"),
        ("Tensor parallel", "one layer too large; each layer is split", "partial results joined inside every layer"),
    ):
        d.text(0, y + 16, title, "start", 16, bold=True)
        d.text(480, y + 16, note, "end", color=MUTED)
        for i in range(3):
            x = i * 175
            device(x, y + 28, f"Device {i + 1}")
            for layer, color in enumerate(layers):
                top = y + 62 + layer * 36
                if title.startswith("Data"):
                    d.rect(x + 14, top, 102, 28, color, 0.75)
                elif title.startswith("Pipeline"):
                    d.rect(x + 14, top, 102, 28, color if layer == i else PAPER, 0.75)
                else:
                    d.rect(x + 14 + i * 34, top, 34, 28, color, 0.75)
                    d.parts.append(f'<rect x="{x + 14}" y="{top:g}" width="102" height="28" fill="none" stroke="{EDGE}" stroke-dasharray="3 3"/>')
            if i < 2:
                middle = y + 28 + 75
                d.arrow((x + 132, middle), (x + 173, middle))
                if not title.startswith("Pipeline"):
                    d.arrow((x + 173, middle), (x + 132, middle))
        d.text(240, y + 200, words, color=INK)
        y += 236
    return d.svg(y - 24)
