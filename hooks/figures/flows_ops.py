"""Architectures of operations: delivery, monitoring, a private network, traffic shifting."""

from __future__ import annotations

from figures.diagrams import EDGE, INK, MUTED, SERIES, Diagram
from figures.registry import figure


@figure(
    "mlops-pipeline",
    "Two loops that meet in the Model Registry",
    "Build loop: a merge starts CodeBuild, which tests and pushes an image and starts a SageMaker pipeline of processing, training, evaluation "
    "and a quality gate that registers the model. Deploy loop: approval starts deployment to staging, tests, then production with a canary. "
    "Monitoring of production starts the SageMaker pipeline again on new data.",
)
def mlops_pipeline() -> str:
    """Build loop, registry, deploy loop, and the way back."""
    d = Diagram()
    d.frame(0, 0, 430, 292, "Build loop: code and data become a model")
    source = d.box(16, 34, 120, "Merge|of code")
    build = d.box(164, 34, 250, "CodeBuild|unit tests, image to ECR, scan", source.h)
    d.arrow(source.right, build.left)
    d.frame(28, 128, 374, 148, "SageMaker pipeline")
    d.arrow((289, 34 + source.h), (289, 128))
    steps = d.row(160, ["Process", "Train", "Evaluate"], x=44, w=342)
    d.arrow(steps[0].right, steps[1].left)
    d.arrow(steps[1].right, steps[2].left)
    gate = d.box(140, 218, 246, "Quality gate|better than the champion?", tone="warm")
    d.arrow(steps[2].bottom, (steps[2].bottom[0], 218))
    registry = d.box(60, 318, 310, "Model Registry|package pending, then approved", tone="accent")
    d.arrow((215, gate.y + gate.h), registry.top)
    d.frame(0, 404, 430, 168, "Deploy loop: a model becomes an endpoint")
    d.arrow(registry.bottom, (215, 404))
    stage = d.box(16, 438, 180, "Staging|smoke and load tests")
    live = d.box(234, 438, 180, "Production|canary with alarms", tone="accent")
    d.arrow(stage.right, live.left)
    watch = d.box(124, 512, 290, "|Monitoring: drift, quality, cost", 42, "violet")
    d.arrow((324, live.y + live.h), (324, 512))
    d.arrow(watch.right, (462, 533), (462, 202), (402, 202), color=SERIES[2])
    d.parts.append(f'<text transform="translate(456 366) rotate(-90)" fill="{MUTED}">retrain on new data</text>')
    return d.svg(574)


@figure(
    "monitoring-loop",
    "From captured requests to a decision",
    "An endpoint captures a sample of requests and answers to S3. A scheduled job compares them with the baseline of the training set, and with "
    "labels when they arrive. Its metrics go to CloudWatch; an alarm leads to a decision: repair broken input, move the threshold when scores "
    "shifted, retrain when the pattern changed, roll back a bad release.",
)
def monitoring_loop() -> str:
    """Capture, compare, alarm, act."""
    d = Diagram()
    endpoint = d.box(0, 0, 190, "Endpoint|requests, answers", tone="accent")
    capture = d.box(260, 0, 220, "Data capture in S3|a sample, with inference ids", endpoint.h)
    d.arrow(endpoint.right, capture.left)
    base = d.box(0, 110, 190, "Baseline|statistics at training time", tone="ghost")
    job = d.box(260, 110, 220, "Scheduled job|compares, per feature", base.h, "plain")
    d.arrow(capture.bottom, job.top)
    d.arrow(base.right, job.left)
    labels = d.box(0, 220, 190, "Labels|days or months late", tone="ghost")
    d.arrow(labels.right, (225, labels.right[1]), (225, 152), (260, 152), dash="4 4")
    metric = d.box(260, 220, 220, "CloudWatch|metric, alarm, SNS", labels.h)
    d.arrow(job.bottom, metric.top)
    d.text(0, 312, "What is wrong?", "start", 16, bold=True)
    acts = d.row(342, ["|broken input", "|scores shifted", "|pattern changed", "|bad release"], gap=8, tone="ghost")
    ends = d.row(432, ["Repair", "Threshold", "Retrain", "Roll back"], tone="warm", gap=8)
    for a, b in zip(acts, ends, strict=True):
        d.line(metric.bottom, (370, 324), (a.top[0], 324))
        d.arrow((a.top[0], 324), a.top)
        d.arrow(a.bottom, b.top)
    return d.svg(ends[0].y + ends[0].h)


@figure(
    "private-ml-network",
    "A private network for training and hosting",
    "A VPC holds two private subnets in two Availability Zones, without a route to the internet. Jobs and endpoints have network interfaces "
    "there, guarded by a security group. A gateway endpoint leads to S3; interface endpoints lead to the SageMaker AI API and runtime, ECR, "
    "CloudWatch Logs and KMS. A NAT gateway is optional, for packages from the internet.",
)
def private_ml_network() -> str:
    """Subnets, endpoints, and what is left out."""
    d = Diagram()
    d.frame(0, 0, 480, 302, "VPC", SERIES[1])
    for i, zone in enumerate(("zone a", "zone b")):
        d.frame(16 + i * 228, 32, 220, 132, f"Private subnet, {zone}")
        d.box(30 + i * 228, 66, 192, "Job or endpoint|network interface,\nsecurity group", tone="accent")
    d.text(240, 190, "no route to an internet gateway", color=MUTED)
    gate = d.box(16, 212, 140, "Gateway endpoint|in the route table", tone="violet")
    face = d.box(172, 212, 140, "Interface endpoints|private DNS", gate.h, "violet")
    nat = d.box(328, 212, 136, "NAT gateway|optional, public subnet", gate.h, "ghost")
    s3 = d.box(16, 348, 140, "Amazon S3|policy allows your buckets", 116)
    apis = d.box(172, 348, 140, "AWS services|SageMaker AI, ECR, Logs, KMS", 116)
    net = d.box(328, 348, 136, "Internet|packages, model hubs", 116, "ghost")
    d.arrow(gate.bottom, s3.top)
    d.arrow(face.bottom, apis.top)
    d.arrow(nat.bottom, net.top, dash="4 4")
    return d.svg(464)


@figure(
    "traffic-shifting",
    "How traffic moves to the new fleet",
    "Share of traffic on the new fleet over time. All at once: one step from 0 to 100 percent. Canary: a small step, a baking period with "
    "alarms, then the rest. Linear: equal steps, each followed by baking. If an alarm fires while baking, traffic returns to the old fleet.",
)
def traffic_shifting() -> str:
    """Three step curves over the same time axis."""
    d = Diagram()
    stairs = ((0, 0), (60, 0), (60, 25), (160, 25), (160, 50), (260, 50), (260, 75), (360, 75), (360, 100), (460, 100))
    plans = (
        ("All at once", ((0, 0), (60, 0), (60, 100), (460, 100)), SERIES[2], "one step; every request meets a mistake"),
        ("Canary", ((0, 0), (60, 0), (60, 10), (230, 10), (230, 100), (460, 100)), SERIES[1], "a small step, baking, then the rest"),
        ("Linear", stairs, SERIES[3], "equal steps, baking after each"),
    )
    for i, (name, points, color, note) in enumerate(plans):
        base = 130 + i * 152
        d.text(0, base - 112, name, "start", 16, bold=True)
        d.text(480, base - 112, note, "end", color=MUTED)
        d.line((20, base), (480, base), color=EDGE)
        d.line((20, base - 90), (480, base - 90), color=EDGE, dash="2 5")
        curve = [(20.0 + x, base - y * 0.9) for x, y in points]
        area = "M" + "L".join(f"{x:g} {y:g}" for x, y in [*curve, (480, base), (20, base)]) + "z"
        d.parts.append(f'<path d="{area}" fill="{color}" fill-opacity="0.18"/>')
        d.line(*curve, color=color, width=3)
    d.text(156, 263, "baking: watch alarms", size=15, color=INK)
    d.text(26, 56, "100%", "start", color=MUTED)
    d.arrow((380, 458), (480, 458))
    d.text(372, 463, "time", "end", color=MUTED)
    return d.svg(466)
