"""Typed values out of a mapping: each getter returns the value, or notes a problem and returns an empty one.

A model asks for its fields by name; `close()` then complains of every key that nobody asked for.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from studyguide.problems import Problem, choices, suggest
from studyguide.source import KIND, Items, Mapping, Node, Scalar

SOURCE_HOSTS = frozenset(
    {
        "aclanthology.org",
        "arxiv.org",
        "avro.apache.org",
        "aws.amazon.com",
        "aws.github.io",
        "boto3.amazonaws.com",
        "catboost.ai",
        "docs.aws.amazon.com",
        "docs.djl.ai",
        "huggingface.co",
        "docs.pytorch.org",
        "docs.scipy.org",
        "en.wikipedia.org",
        "flink.apache.org",
        "github.com",
        "imbalanced-learn.org",
        "kafka.apache.org",
        "lightgbm.readthedocs.io",
        "modelcontextprotocol.io",
        "numpy.org",
        "orc.apache.org",
        "pandas.pydata.org",
        "parquet.apache.org",
        "pytorch.org",
        "scikit-learn.org",
        "spark.apache.org",
        "www.itl.nist.gov",
        "www.statsmodels.org",
        "xgboost.readthedocs.io",
    }
)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_URL = re.compile(r"https://[^\s<>\"'`{}|\\^]+\Z")


@dataclass(slots=True)
class Reading:
    """What all fields of one file share: its path, today's date and the problems found so far."""

    path: str
    today: datetime.date
    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, what: str, mend: str = "") -> None:
        """Add one problem."""
        self.problems.append(Problem(self.path, line, what, mend))


class Fields:
    """The keys of one mapping, asked for one by one. `name` is how messages call the entry ("table 'x'")."""

    def __init__(self, node: Node, name: str, reading: Reading) -> None:
        self.name, self.reading, self.line = name, reading, node.line
        self._asked: set[str] = set()
        if isinstance(node, Mapping):
            self._node = node
        else:
            self._node = Mapping({}, {}, node.line)
            reading.note(node.line, f"{name} should be a mapping, found {KIND[type(node)]}", "write 'key: value' lines")
            self._asked.add("*")

    def line_of(self, key: str) -> int:
        """The line of a key, or of the entry when the key is missing."""
        return self._node.lines.get(key, self.line)

    def has(self, key: str) -> bool:
        """Whether the key is written; it then counts as known."""
        self._asked.add(key)
        return key in self._node.entries

    def text(self, key: str, default: str | None = None, mend: str = "write a text") -> str:
        """A text that is not empty; `default` makes the key optional."""
        node = self._get(key, Scalar, required=default is None, mend=mend)
        if isinstance(node, Scalar) and not node.text:
            self.reading.note(node.line, f"{self.name} has an empty '{key}'", mend)
        return node.text if isinstance(node, Scalar) else default or ""

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """One of a closed set; its first where something else is written, so that the checks that follow can go on."""
        value = self.text(key, default, mend=choices(known))
        if value and value not in known:
            self.reading.note(self.line_of(key), f"{self.name}: '{value}' is no {key}", suggest(value, known) or choices(known))
        return value if value in known or value == default else next(iter(known))

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number, 0 or more."""
        value = self.text(key, None if default is None else str(default), mend="write a whole number")
        if value and not re.fullmatch(r"\d{1,9}", value):
            self.reading.note(self.line_of(key), f"{self.name}: {key} '{value}' is no whole number", "write digits only")
            return default or 0
        return int(value or 0)

    def flag(self, key: str) -> bool:
        """true or false; false when not written."""
        return self.choice(key, ("true", "false"), "false") == "true"

    def date(self, key: str, default: str | None = None, *, past: bool = True) -> str:
        """An ISO date; with `past`, not later than today."""
        value = self.text(key, default, mend="write the day as YYYY-MM-DD")
        if not value or value == default:
            return value
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise ValueError
            day = datetime.date.fromisoformat(value)
        except ValueError:
            self.reading.note(self.line_of(key), f"{self.name}: {key} '{value}' is no date", "write the day as YYYY-MM-DD")
            return ""
        if past and day > self.reading.today:
            self.reading.note(self.line_of(key), f"{self.name}: {key} '{value}' lies in the future", "write the day of the check")
        return value

    def url(self, key: str, default: str | None = None) -> str:
        """An https address on one of the hosts that the guide accepts as a source; empty where something else is written."""
        value = self.text(key, default, mend="write the https address of the page that states it")
        if value and value != default and not check_url(value, self.line_of(key), self.name, self.reading):
            return ""
        return value

    def texts(self, key: str, *, required: bool = False) -> list[Scalar]:
        """A list of texts with their lines."""
        node = self._get(key, Items, required=required, mend="write a list: [a, b]")
        found = []
        for item in node.items if isinstance(node, Items) else []:
            if isinstance(item, Scalar) and item.text:
                found.append(item)
            else:
                self.reading.note(item.line, f"{self.name}: '{key}' should list texts", "write a list: [a, b]")
        return found

    def entries(self, key: str, *, required: bool = False) -> Iterator[Node]:
        """The nodes of a list."""
        node = self._get(key, Items, required=required, mend="write a list of entries, each behind '- '")
        yield from node.items if isinstance(node, Items) else []

    def named(self, key: str, *, required: bool = False) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping, by name."""
        node = self._get(key, Mapping, required=required, mend="write 'name: …' lines below it")
        yield from node.entries.items() if isinstance(node, Mapping) else ()

    def node(self, key: str) -> Node | None:
        """The raw node, whatever it is."""
        self._asked.add(key)
        return self._node.entries.get(key)

    def rest(self) -> Iterator[tuple[str, Node]]:
        """Every key not asked for so far; all of them count as known then."""
        for key, node in self._node.entries.items():
            if key not in self._asked:
                self._asked.add(key)
                yield key, node

    def close(self) -> None:
        """Complain of keys that nobody asked for."""
        if "*" in self._asked:
            return
        for key in self._node.entries:
            if key not in self._asked:
                mend = suggest(key, self._asked, "known keys: " + ", ".join(sorted(self._asked)))
                self.reading.note(self._node.lines[key], f"{self.name}: unknown key '{key}'", mend)

    def _get(self, key: str, kind: type, *, required: bool, mend: str) -> Node | None:
        self._asked.add(key)
        node = self._node.entries.get(key)
        if node is None:
            if required and "*" not in self._asked:
                self.reading.note(self.line, f"{self.name} has no '{key}'", mend)
            return None
        if not isinstance(node, kind):
            what = f"{self.name}: '{key}' should be {KIND[kind]}, found {KIND[type(node)]}"
            self.reading.note(self._node.lines[key], what, mend)
            return None
        return node


def check_url(value: str, line: int, name: str, reading: Reading) -> bool:
    """Whether `value` is an https address on an accepted host; a problem where it is not."""
    if not value.startswith("https://") or not _URL.match(value):
        reading.note(line, f"{name}: source '{value}' is no https address", "write a page's address that starts with https://")
        return False
    try:
        host = urlsplit(value).hostname or ""
    except ValueError:
        host = ""
    if host not in SOURCE_HOSTS:
        mend = suggest(host, SOURCE_HOSTS) or "take official documentation, or add the host to SOURCE_HOSTS in fields.py"
        reading.note(line, f"{name}: source host '{host}' is not accepted", mend)
        return False
    return True
