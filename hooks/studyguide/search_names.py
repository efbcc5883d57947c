"""The other names of things: what learners type in place of what the pages say, for the index of our search.

Former names and abbreviations come from the registry of services, other names of terms from the glossary, abbreviations from the
prose that introduces them; only everyday synonyms stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studyguide.glossary import Term
from studyguide.services import Service

SYNONYMS = (
    ("max", "maximum", "largest", "longest"),
    ("min", "minimum", "smallest", "shortest"),
    ("cost", "price", "pricing", "billing", "cheap", "cheaper"),
    ("fast", "faster", "speed", "latency", "slow"),
    ("speech to text", "transcribe"),
    ("text to speech", "polly"),
    ("picture", "photo", "image"),
    ("limit", "quota"),
    ("timeout", "time limit"),
    ("machine learning", "ml"),
    ("deep learning", "dl"),
    ("convolutional neural network", "cnn", "convnet"),
    ("recurrent neural network", "rnn"),
    ("generative ai", "gen ai", "genai"),
    ("kubernetes", "k8s"),
    ("cross validation", "cv"),
    ("train", "fit"),
    ("high bias", "underfitting"),
    ("high variance", "overfitting"),
    ("missing values", "missing data", "nulls", "nan"),
    ("imbalanced", "unbalanced", "skewed classes"),
    ("hallucination", "made up answer"),
    ("permission denied", "access denied"),
    ("going down", "falling", "decreasing", "converging"),
    ("vector database", "vector db", "vector store"),
    ("nacl", "network acl"),
    ("async", "asynchronous"),
    ("realtime", "real time"),
    ("payload", "request size", "largest request"),
    ("multiple", "many", "multi"),
    ("xgboost", "gradient boosting"),
    ("llm", "large language model", "foundation model", "language model"),
    ("hpo", "hyperparameter tuning", "hyperparameter optimization"),
    ("no code", "low code"),
)
"""Words that learners use for one another, and that no entry of the data can own."""

EVERYDAY_SURE = 60
EVERYDAY = """
column feature variable attribute field dimension
row record example observation
memorize remember
squeeze compress reduce shrink condense
few rare scarce minority
image picture photo scan
read extract ocr
speech voice spoken audio
chatbot assistant bot
crash fail error abort die killed
interrupted reclaimed preempted
resume restart continue
slow latency lag bottleneck
cheap cost inexpensive economical
large big huge massive
choose pick select decide
send route shift
version release rollout
gradually canary stepwise
rollback revert undo
store keep save retain retention
delete remove erase expire purge
block deny forbid refuse
allow grant permit
secret password credential
watch monitor observe
alert alarm notify notification
spike burst peak surge
idle unused
schedule cron nightly daily hourly
trigger event
copy replicate transfer migrate sync
join merge combine
duplicate repeated dedupe
missing empty blank null incomplete
wrong bad incorrect garbage
odd strange weird unusual abnormal outlier anomaly
group cluster segment
guess predict forecast estimate
related correlated correlation together
spread variance dispersion
average mean
label annotate annotation
people human workforce reviewer
explain reason interpret interpretability
fair fairness bias discrimination
similar alike nearest neighbor
recommend suggest personalize
chunk split cut piece
hallucination invented fabricated
phone mobile device edge
realtime live immediate instant online
batch overnight bulk
drift changed different shift
teacher student distillation
share reuse
sudden unexpected
number count amount
tune optimize adjust
check verify validate
size volume
machine instance server
wait delay
repeat rerun again
limit cap restrict
private internal confidential
personal pii sensitive
"""
"""A line a meaning: everyday words for which pages use another; they count less than what was typed."""

_VENDOR = re.compile(r"^(?:Amazon|AWS) (?=\S)")
_ACRONYM = re.compile(r"((?:[\w’'/-]+ ){1,6})\(([A-Z][A-Za-z0-9]{1,6}?)s?\)")


def short(name: str) -> str:
    """A service's name as learners type it: without the vendor and what stands in parentheses."""
    return re.sub(r"\s*\([^)]*\)", "", _VENDOR.sub("", name)).strip()


def core(name: str) -> str:
    """A name in small letters without the family that it may stand in: "SageMaker Autopilot" and "Autopilot" are one."""
    return re.sub(r"^(?:sagemaker|bedrock|kinesis) (?:ai )?(?=\w)", "", short(name).lower())


def of_services(services: Iterable[Service]) -> Iterator[tuple[str, str, int]]:
    """(what is typed, what it means, how surely in percent)."""
    for service in services:
        name = short(service.name)
        plain = re.sub(r"^(?:SageMaker|Bedrock) (?:AI )?(?=\w+[ -]\w)", "", name)
        for other in map(short, filter(None, [service.full, *service.former])):
            yield other, name, 95
            yield name, other, 80
            if other.startswith("Bedrock "):
                yield other.removeprefix("Bedrock "), name, 90
        for one in (name, *map(short, service.former)):
            if " Data " in one:  # "Kinesis Firehose" is what many say
                yield one.replace(" Data ", " "), name, 90
        for other in service.abbreviations:
            acronym = _stands_for(other, name) or _stands_for(other, plain)
            yield other, plain, 95 if acronym else 70
            if acronym:
                yield plain, other, 90
        for other in filter(None, {service.short, plain} - {name}):
            yield name, other, 85


def of_terms(terms: Iterable[Term]) -> Iterator[tuple[str, str, int]]:
    """As `of_services`."""
    for term in terms:
        for other in term.also:
            yield other, term.term, 95
            yield term.term, other, 90


def synonyms() -> Iterator[tuple[str, str, int]]:
    """As `of_services`, both ways."""
    for group in SYNONYMS:
        for one in group:
            for other in group:
                if one != other:
                    yield one, other, 76
    for line in EVERYDAY.strip().split("\n"):
        words = line.split()
        yield from ((one, other, EVERYDAY_SURE) for one in words for other in words if one != other)


def acronyms(texts: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Abbreviations that the pages introduce: "multi-model endpoint (MME)"."""
    for text in texts:
        for found in _ACRONYM.finditer(text):
            words = found[1].split()
            for count in range(1, len(words) + 1):
                name = " ".join(words[-count:])
                if _stands_for(found[2], name):
                    yield found[2], name, 90
                    yield name, found[2], 85
                    break


def _stands_for(acronym: str, name: str) -> bool:
    """Whether `acronym` is made of the first letters of the words of `name`."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", name))
    small = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", name) if word not in ("of", "the", "and", "for", "to", "a", "in"))
    return len(initials) > 1 and acronym.lower().removesuffix("s") in (initials.lower(), small.lower())


def places_of_services(services: Iterable[Service]) -> Iterator[tuple[str, str]]:
    """(what is typed, the address that answers it): the page that teaches the service; the registry for a former name and for what has closed."""
    for service in services:
        here = f"services/#{service.id}"
        acronyms = (each for each in service.abbreviations if _stands_for(each, service.name))
        for name in filter(None, {short(service.name), service.short, short(service.full), *acronyms, *map(short, service.former)}):
            yield name, address(service.page) if service.page and not service.badge else here
        for former in map(short, service.former):
            yield former, here


def places_of_terms(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """As `places_of_services`."""
    for term in terms:
        if term.page:
            for name in (term.term, *term.also):
                yield name, address(term.page)


def address(page: str) -> str:
    """ "modeling/index.md#start" -> "modeling/#start", as addresses stand in the index."""
    path, mark, anchor = page.partition("#")
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return (folder + "/" if folder else "") + mark + anchor
