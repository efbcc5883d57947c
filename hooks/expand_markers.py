"""The only code that knows MkDocs: loads the guide, puts generated text into pages, and publishes the open data.

In a build, the first problem list ends everything before a file is written. Under `serve` the same list stands in a red
box on every page and in the terminal, and goes away when the file is mended.
"""

from __future__ import annotations

import datetime
import html
from pathlib import Path
from typing import Any

from markdown.util import BLOCK_LEVEL_ELEMENTS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from studyguide import frame, open_data, publish, search, search_sections
from studyguide.guide import Guide, load
from studyguide.problems import Problem, report
from studyguide.rendered import Rendered

log = get_plugin_logger("studyguide")
state: dict[str, Any] = {"command": "", "guide": Guide(), "problems": [], "pieces": {}, "own_search": False, "confirmed": False}
rendered = Rendered()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a build or a server, and whether the site is written anew."""
    state["command"], state["anew"] = command, command in ("build", "gh-deploy") and not dirty
    if "caption" not in BLOCK_LEVEL_ELEMENTS:
        BLOCK_LEVEL_ELEMENTS.append("caption")  # else Markdown takes a table's caption for a paragraph, and browsers put two empty ones before the table


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything, again for each rebuild."""
    root = Path(config.config_file_path).parent
    guide, problems = load(root, datetime.date.today())
    state["guide"], state["problems"] = guide, problems
    state["pieces"], state["own_search"] = {}, "material/offline" not in config.plugins  # no worker on file://
    state["confirmed"] = False
    if problems and state["command"] != "serve":
        raise PluginError("\n" + report(problems))
    if not config.repo_url:
        config.edit_uri = None  # nowhere to edit: no pencil on the pages
    if problems:
        log.error("\n%s", report(problems))
    config.extra["offline"] = state["command"] != "serve"
    state["config"], state["built"], state["target"] = config, False, config.site_dir
    if state.get("anew"):
        config.site_dir = str(publish.stage(Path(config.site_dir)))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the open data."""
    for path, content in open_data.files(state["guide"]).items():
        files.append(File.generated(config, path, content=content))
    rendered.begin(files)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page with its markers expanded and framed by what its front matter says."""
    guide: Guide = state["guide"]
    problems: list[Problem] = state["problems"]
    text = guide.texts.get(page.file.src_uri, markdown)
    known = guide.pages.get(page.file.src_uri)
    page.update_date = (known.checked if known else "") or max((each.checked for each in guide.pages.values()), default="") or page.update_date
    if known:
        text += frame.foot(known, repository=config.repo_url or "", page_url=page.canonical_url or page.url)
    if problems:
        box = html.escape(report(problems)).replace("\n", "<br>")
        text = f'<div class="guide-problems" role="alert"><p>{box}</p></div>\n\n{text}'
    if state["command"] == "serve":
        rendered.reuse(page, text)
    return text


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Cut the page into what search can open."""
    if not (page.meta.get("search") or {}).get("exclude"):
        state["pieces"][page.url.removeprefix("./")] = search_sections.read(html, str(page.title))
    return html


@event_priority(100)  # before the search plugin
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Once a page has shown that our search stands in, spare Material's its reading of the others: a sixth of a build."""
    if state["confirmed"]:
        page.meta = {**page.meta, "search": {"exclude": True}}
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme leaves inaccessible, and put our search in."""
    return _with_own_search(frame.mend_theme(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put our search into the page for addresses that do not exist."""
    return _with_own_search(frame.mend_theme(output_content)) if template_name == "404.html" else output_content


def _with_own_search(output: str) -> str:
    if not state["own_search"]:
        return output
    changed, found = search.use_own_worker(output)
    if not found:
        log.warning("Material's search worker is not where it was: its own search stays; see hooks/studyguide/search.py")
        state["own_search"] = False
    state["confirmed"] = found
    return changed


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site: the index of our search, the policy and the service worker."""
    _write_search(config)
    if state["command"] != "serve":
        publish.finish(Path(config.site_dir))
        state["built"] = True


def on_build_error(error: Exception) -> None:
    """A build that failed, if only by a warning, replaces nothing."""
    state["built"] = False


def on_shutdown() -> None:
    """Let a finished site take the place of the one before."""
    if not state.get("anew") or "target" not in state:
        return
    built, target = Path(state["config"].site_dir), Path(state["target"])
    state["config"].site_dir = str(target)
    if state["built"]:
        publish.swap(built, target)
    elif built != target:
        publish.discard(built)


def _write_search(config: MkDocsConfig) -> None:
    """Write the index of our search, and take out of Material's what then no page needs."""
    folder = Path(config.site_dir) / "search"
    if not state["own_search"] or not (folder / "search_index.json").is_file():
        return
    guide: Guide = state["guide"]
    text = search.index(state["pieces"], search.Facts(guide.tables, guide.services, guide.terms, guide.bank.questions, guide.asks))
    name = search.file_name(text)
    (folder / name).write_text(text, encoding="utf-8")
    stock = (folder / "search_index.json").read_text(encoding="utf-8")
    (folder / "search_index.json").write_text(search.stub(stock, name), encoding="utf-8")
