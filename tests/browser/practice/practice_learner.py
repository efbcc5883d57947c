"""Somebody who knows the bank and answers on a page, and a way to run practice modules in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Open = Callable[..., Page]
Question = dict[str, Any]


def words(text: str) -> str:
    """The words of a published text."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


class Learner:
    """Somebody who knows the bank and answers on a page."""

    def __init__(self, page: Page, bank: dict[str, Question]) -> None:
        self.page = page
        self.bank = bank

    def question(self) -> Question:
        """The question on the screen."""
        return self.bank[self.page.locator(".practice-stem").inner_text()]

    def choose(self, *, well: bool = True) -> Question:
        """Choose the right options of a single or multiple question, or as many wrong ones."""
        question = self.question()
        right = [i for i, choice in enumerate(question["choices"]) if choice.get("correct")]
        wrong = [i for i in range(len(question["choices"])) if i not in right]
        for i in right if well else wrong[: len(right)]:
            self.page.locator(".practice-option", has_text=words(question["choices"][i]["text"])).click()
        return question

    def records(self, store: str) -> list[dict[str, Any]]:
        """What the browser keeps."""
        return evaluate(self.page, "store", "return (await m.openStore())[arg]()", store)


def evaluate(page: Page, module: str, body: str, arg: object = None) -> Any:
    """Run `body` in the page with a practice module as `m`, and `all(names)` to import more."""
    script = """async ([url, module, arg]) => {
      const load = (name) => import(`${url}assets/practice/${name}.js`);
      const m = await load(module);
      %s
    }"""
    base = re.match(r"http://[^/]+/site/", page.url)
    assert base
    return page.evaluate(script % body, [base[0], module, arg])
