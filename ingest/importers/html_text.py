"""HTML made plain text: what people see of a page, and nothing that is hidden from them."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag
from bs4.element import Comment, NavigableString, PreformattedString

from ingest.importers.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4.element import PageElement

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]{2,8});")
NEVER_SEEN = (
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas",
    "head", "title", "meta", "link", "input", "select", "textarea", "button", "datalist", "dialog",
)  # fmt: skip
AROUND = ("nav", "header", "footer", "aside", "form")
MAIN = ("main", "[role=main]", "article", "#main-content", "#content", "body")
BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html",
     "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
     "thead", "tr", "ul", "header", "footer", "nav", "aside", "form")
)  # fmt: skip
LISTS = frozenset({"ul", "ol", "dl"})
DEEPEST = 5
HEADINGS = {f"h{level}": level for level in range(1, 7)}
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$|!)"
    r"|font-size\s*:\s*0?(?:0|\.[0-2]\d*)(?:px|pt|em|rem|%)?\s*(?:;|$|!)|font-size\s*:\s*1px"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01](?:px)?[ ,]+[01](?:px)?[ ,]+[01]"
    r"|transform\s*:\s*scale\(\s*0\s*\)"
    r"|(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$|!)",
    re.IGNORECASE,
)
COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.IGNORECASE)
BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;!]+)", re.IGNORECASE)
WHITE = frozenset(
    {"white", "#fff", "#ffffff", "transparent", "snow", "ivory", "#fefefe", "#fffffe"}
)
LIGHT = re.compile(r"rgba?\(\s*2[45]\d\s*,\s*2[45]\d\s*,\s*2[45]\d|rgba\([^)]*,\s*0(?:\.0+)?\s*\)")
RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
MOST_RULES = 2000


def has_markup(text: str) -> bool:
    """Whether a text holds HTML tags or entities."""
    return TAG.search(text) is not None


def plain_text(text: str) -> tuple[str, bool]:
    """A field that may hold HTML as plain text, paragraphs apart.

    Returns:
        The text, and whether something was hidden in it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(text, "lxml")
    hidden = take_hidden_out(soup)
    lines = [f"- {b.text}" if b.item else b.text for b in read_blocks(soup)]
    return "\n".join(lines), hidden > 0


def read_page(data: bytes) -> tuple[list[Block], dict[str, str], list[str]]:
    """Read a page's own content.

    Args:
        data: The file.

    Returns:
        The blocks of what people see, metadata (title, language, date, licence, url) as the page
        tells it, and what was left out.
    """
    soup = BeautifulSoup(data, "lxml")
    told = _metadata(soup)
    hidden = take_hidden_out(soup)
    notes = [f"{hidden} hidden elements were left out"] if hidden else []
    main = next((found for one in MAIN if (found := soup.select_one(one)) is not None), None)
    if main is None:
        return [], told, notes
    for name in AROUND:
        for tag in main.find_all(name):
            # An article's own header holds its heading.
            if name == "header" and tag.find(list(HEADINGS)) is not None:
                continue
            tag.decompose()
    return list(read_blocks(main)), told, notes


def take_hidden_out(soup: BeautifulSoup) -> int:
    """Take out what people don't see; tells how many elements with text were hidden on purpose.

    Scripts, styles and fields of forms are taken out without counting: every page has them.
    """
    selectors = list(_hiding_selectors(soup))
    for tag in soup.find_all(NEVER_SEEN):
        tag.decompose()
    for comment in soup.find_all(string=lambda s: isinstance(s, Comment | PreformattedString)):
        comment.extract()
    count = 0
    for tag in [t for t in soup.find_all(True) if isinstance(t, Tag)]:
        if not _is_gone(tag) and _is_hidden(tag):
            count += bool(tag.get_text(strip=True))
            tag.decompose()
    for selector in selectors:
        try:
            found = soup.select(selector)
        except (ValueError, NotImplementedError, SyntaxError):
            # A page's own style sheet may hold selectors that are wrong or only for browsers.
            continue
        for tag in found:
            if not _is_gone(tag):
                count += bool(tag.get_text(strip=True))
                tag.decompose()
    return count


def _is_gone(tag: Tag) -> bool:
    """Whether a tag was taken out with one around it.

    The library's own property looks for a child of that name first: slow in a deep tree.
    """
    return bool(vars(tag).get("_decomposed", False))


def _hiding_selectors(soup: BeautifulSoup) -> Iterator[str]:
    """The selectors of the page's own style sheets that hide what they select."""
    sheets = " ".join(tag.get_text() for tag in soup.find_all("style"))
    for number, (selector, rules) in enumerate(RULE.findall(sheets[:500_000])):
        if number >= MOST_RULES:
            return
        if _hides(rules) and selector.strip() not in {"body", "html", "*"}:
            yield selector.strip()


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if tag.name == "font" and _is_white(str(tag.get("color", ""))):
        return True
    return _hides(str(tag.get("style", "")))


def _hides(style: str) -> bool:
    if not style:
        return False
    if HIDING.search(style):
        return True
    colour, ground = COLOUR.search(style), BACKGROUND.search(style)
    if colour is None:
        return False
    if ground is not None:
        return ground[1].strip().casefold() == colour[1].strip().casefold()
    return _is_white(colour[1])


def _is_white(colour: str) -> bool:
    bare = colour.strip().casefold()
    return bare in WHITE or LIGHT.match(bare) is not None


def read_blocks(root: Tag) -> Iterator[Block]:
    """What people see under an element: headings, paragraphs, points of lists, rows of tables."""
    words: list[str] = []
    kind = Block("")

    def finish() -> Iterator[Block]:
        nonlocal words, kind
        text = " ".join("".join(words).split())
        words = []
        if text:
            yield Block(text, kind.level, kind.item, max(0, min(kind.depth - 1, DEEPEST)))

    # A stack instead of recursion: a page may be nested as deep as it likes.
    stack: list[PageElement | Block | None] = [root]
    while stack:
        node = stack.pop()
        if node is None or isinstance(node, Block):
            yield from finish()
            kind = node or Block("")
        elif isinstance(node, NavigableString):
            words.append(str(node))
        elif isinstance(node, Tag):
            if node.name == "br":
                words.append(" ")
            elif node.name == "tr":
                yield from finish()
                yield from _row(node)
            elif node.name in BLOCKS:
                yield from finish()
                before, kind = kind, _kind(node, kind)
                stack.append(before)
                stack += reversed(list(node.children))
            else:
                stack += reversed(list(node.children))
    yield from finish()


def _kind(tag: Tag, around: Block) -> Block:
    """What a text directly in a tag is; ``depth`` counts the lists around it."""
    if tag.name in HEADINGS:
        return Block("", level=HEADINGS[tag.name])
    if tag.name in LISTS:
        return Block("", around.level, around.item, around.depth + 1)
    if tag.name in {"li", "dd"}:
        return Block("", item=True, depth=around.depth)
    return around


def _row(tag: Tag) -> Iterator[Block]:
    cells = [" ".join(cell.get_text(" ").split()) for cell in _cells(tag)]
    told = " | ".join(cell for cell in cells if cell)
    if told:
        yield Block(told, item=True)


def _cells(tag: Tag) -> Iterable[Tag]:
    return tag.find_all(["td", "th"], recursive=False)


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    """What a page tells of itself."""
    told: dict[str, str] = {}
    if soup.title and soup.title.get_text(strip=True):
        told["title"] = soup.title.get_text(" ", strip=True)
    root = soup.find("html")
    if isinstance(root, Tag) and isinstance(root.get("lang"), str):
        told["language"] = str(root["lang"])[:2].lower()
    names = {
        "dcterms.modified": "date",
        "dcterms.date": "date",
        "article:modified_time": "date",
        "last-modified": "date",
        "date": "date",
        "dcterms.license": "licence",
        "dcterms.publisher": "publisher",
        "og:site_name": "publisher",
    }
    for tag in soup.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or "").casefold()
        if name in names and tag.get("content"):
            told.setdefault(names[name], str(tag["content"]).strip())
    for rel, key in (("canonical", "url"), ("license", "licence")):
        link = soup.find(["link", "a"], rel=rel)
        if isinstance(link, Tag) and link.get("href"):
            told.setdefault(key, str(link["href"]))
    return told
