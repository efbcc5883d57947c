"""Decision trees: which service, algorithm, metric, encoding or approach. Limits stay in the tables, so no figures here."""

from __future__ import annotations

from figures.registry import figure
from figures.trees import ladder, outline


@figure(
    "choose-ingestion",
    "Which ingestion service: stop at the first yes",
    "Ladder of questions. Video or audio from devices: Kinesis Video Streams. Finished sets on a schedule: DataSync, DMS or AppFlow. Kafka "
    "needed: Amazon MSK. One worker per message: SQS. Only delivery to a store: Data Firehose. Otherwise Kinesis Data Streams, with Managed "
    "Flink for windows and joins.",
)
def choose_ingestion() -> str:
    """Batch, media, Kafka, queue, delivery, log."""
    return ladder(
        "What arrives, and who reads it?",
        [
            ("Video or audio from cameras and devices?", "Kinesis Video Streams"),
            ("A finished set: files, tables, nightly exports?", "Batch|DataSync for files, DMS for databases, AppFlow for SaaS"),
            ("Must producers and consumers speak Kafka?", "Amazon MSK"),
            ("Is each message one task, done once and deleted?", "Amazon SQS"),
            ("Does it only land in a store, and is near real time enough?", "Amazon Data Firehose|no consumer code"),
        ],
        "Kinesis Data Streams|several readers and replay; add Managed Flink for windows and joins",
    )


@figure(
    "choose-training-storage",
    "Which storage feeds the training job",
    "Ladder of questions. Data already on EFS or FSx for Lustre: mount it. Many jobs over the same large data: FSx for Lustre linked to S3. "
    "Many small random reads: S3 Express One Zone in the zone of the job. One job whose data fits the disk: File mode. Otherwise S3 with "
    "FastFile mode.",
)
def choose_training_storage() -> str:
    """From where the data lies to the default."""
    return ladder(
        "Where is the data, how often is it read?",
        [
            ("Does it already lie on EFS or FSx for Lustre?", "Mount it|do not copy"),
            ("Do many jobs read the same large set, and does start-up cost time?", "FSx for Lustre|linked to the S3 bucket"),
            ("Many small random reads that must be fast?", "S3 Express One Zone|in the zone of the job"),
            ("One job, and the set fits on its disk?", "S3, File mode|copied to the volume first"),
        ],
        "S3, FastFile mode|streams files as they are opened: the default",
    )


@figure(
    "choose-inference",
    "Which inference option: stop at the first yes",
    "Ladder of questions. All inputs exist before the run: batch transform. Requests too large or slow, caller can wait: asynchronous "
    "inference. GPU, VPC or several variants needed: real-time endpoint. Traffic comes and goes and a cold start is fine: serverless. Otherwise "
    "real-time with autoscaling.",
)
def choose_inference() -> str:
    """Batch, asynchronous, real-time, serverless."""
    return ladder(
        "How do requests arrive?",
        [
            ("Do all inputs exist before the run?", "Batch transform|no endpoint to pay for"),
            ("Are requests large or slow, and can the caller wait?", "Asynchronous inference|queue, result in S3, scales to zero"),
            ("GPU, VPC or several variants needed?", "Real-time endpoint|has every hosting feature"),
            ("Long idle times, and is a cold start acceptable?", "Serverless inference|pay for use only"),
        ],
        "Real-time endpoint|steady traffic, with autoscaling",
    )


@figure(
    "choose-fm-customization",
    "Which customization: what is missing decides",
    "Ladder of questions about a foundation model. Unclear instructions: prompting. Missing or changing facts: RAG. Live data or actions: agent "
    "with tools. Right but too slow or costly: distillation. Unlabeled domain text: continued pre-training. Checkable answers: reinforcement "
    "fine-tuning. Preference pairs: DPO. Otherwise supervised fine-tuning on labeled pairs.",
)
def choose_fm_customization() -> str:
    """From the cheapest remedy to the dearest."""
    return ladder(
        "The model's answer is not good enough",
        [
            ("Could a clearer prompt with examples fix it?", "Prompting|measure this first"),
            ("Are facts missing, private or changing?", "RAG|facts with citations"),
            ("Does it need live data or actions?", "Agent with tools"),
            ("Right answers, but too slow or costly?", "Distillation|needs prompts only"),
            ("Domain language misread, much raw text at hand?", "Continued pre-training|then fine-tune"),
            ("Can code or a judge score each answer?", "Reinforcement fine-tuning|needs a grader"),
            ("Have you chosen and rejected answers?", "DPO|preference pairs"),
        ],
        "Supervised fine-tuning|labeled pairs of prompt and response",
    )


@figure(
    "choose-encoding",
    "Which encoding for a categorical column",
    "Ladder of questions. Target column: label encoding. Real order: ordinal encoding. Few values: one-hot. New values keep coming: hashing. "
    "Predicts the target: target encoding, smoothed and cross-fitted. Neural network with much data: learned embedding. Otherwise frequency or "
    "binary encoding.",
)
def choose_encoding() -> str:
    """Order first, then the number of values."""
    return ladder(
        "Look at the column",
        [
            ("Is it the target itself?", "Label encoding"),
            ("Do the values have a real order?", "Ordinal encoding|set the order yourself"),
            ("Only a few different values?", "One-hot|drop one for linear models without penalty"),
            ("Do new values keep arriving?", "Hashing|fixed number of columns"),
            ("Does the value say much about the target?", "Target encoding|smooth it, cross-fit it"),
            ("A neural network and much data?", "Learned embedding"),
        ],
        "Frequency or binary encoding|compact, no target needed",
    )


@figure(
    "choose-algorithm",
    "Which algorithm to start with",
    "Outline from data to first algorithm: tables with a label (XGBoost, Linear Learner, Factorization Machines), tables without a label "
    "(K-Means, Random Cut Forest, IP Insights, PCA), time series (DeepAR, ETS or ARIMA), text (BlazingText, LDA or NTM, foundation model), "
    "images (transfer learning, Object Detection, Semantic Segmentation), delayed rewards (reinforcement learning).",
)
def choose_algorithm() -> str:
    """By kind of data."""
    return outline(
        [
            (
                "Table with a label",
                [
                    ("best accuracy", "XGBoost"),
                    ("must be explained", "Linear Learner, shallow tree"),
                    ("sparse pairs: clicks, ratings", "Factorization Machines"),
                ],
            ),
            (
                "Table without a label",
                [("segments", "K-Means"), ("rare, isolated points", "Random Cut Forest"), ("logins and addresses", "IP Insights"), ("fewer columns", "PCA")],
            ),
            ("Time series", [("hundreds, related", "DeepAR"), ("a few, each alone", "ETS or ARIMA")]),
            (
                "Text",
                [
                    ("many labels, low latency", "BlazingText"),
                    ("few or no labels", "Foundation model, prompted"),
                    ("themes, no labels", "LDA, or NTM at scale"),
                ],
            ),
            (
                "Images",
                [
                    ("few labeled pictures", "Transfer learning"),
                    ("find and count objects", "Object Detection"),
                    ("exact outlines", "Semantic Segmentation"),
                ],
            ),
            ("Decisions", [("rewards come later", "Reinforcement learning")]),
        ]
    )


@figure(
    "choose-metric",
    "Which metric: the output and the costly error decide",
    "Outline from problem to metric. Classes: accuracy when balanced, recall or F2 when misses cost more, precision when false alarms cost "
    "more, PR AUC for rare positives, log loss for probabilities. Numbers: RMSE, MAE, WAPE, RMSLE. Ranked lists: precision at k, MRR, NDCG. "
    "Clusters: silhouette. Forecast quantiles: weighted quantile loss.",
)
def choose_metric() -> str:
    """By form of the output."""
    return outline(
        [
            (
                "Class",
                [
                    ("balanced, equal cost", "Accuracy"),
                    ("a miss costs more", "Recall, F2"),
                    ("a false alarm costs more", "Precision, F0.5"),
                    ("rare positives", "PR AUC, F1"),
                    ("rank cases, balanced", "ROC AUC"),
                    ("probabilities are used", "Log loss"),
                ],
            ),
            (
                "Number",
                [
                    ("large errors hurt most", "RMSE"),
                    ("outliers are noise", "MAE"),
                    ("percent, zeros occur", "WAPE"),
                    ("skewed, always positive", "RMSLE"),
                    ("forecast with quantiles", "Weighted quantile loss"),
                ],
            ),
            ("Ranked list", [("k slots are shown", "Precision at k"), ("one right answer", "MRR"), ("graded relevance", "NDCG")]),
            ("Groups, no labels", [("how well apart", "Silhouette")]),
        ]
    )
