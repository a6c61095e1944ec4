"""Text of strangers made plain: what can't be seen is taken out, what is odd is told.

Instructions in a text are only data: nothing here or later obeys them. They're pointed out all the
same, since whoever imports should look at a source that holds them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
"""Soft hyphens, zero-width and bidi characters, fillers, variation selectors and tags."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
EMPTY_LINES = re.compile("\n{3,}")
WORD = re.compile(r"[^\W\d_]{3,}")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
COMBINING = re.compile(r"[\u0300-\u036f]{4,}")
INSTRUCTION = re.compile(
    r"ignore (?:all |any )?(?:the )?(?:previous|prior|above|earlier)\b|disregard (?:all|the|any)\b"
    r"|system prompt|you are now\b|as an ai\b|do not (?:tell|reveal)|new instructions?:"
    r"|<\|?(?:im_start|system|endoftext)\|?>|\[/?inst\]|jailbreak"
    r"|(?:unohda|ohita|jätä huomiotta|älä välitä)\w* (?:kaik|aiem|edelli|yllä)"
    r"|olet nyt\b|vastaa (?:aina|vain) että|glöm (?:alla|tidigare)|ignorera (?:alla|tidigare)",
    re.IGNORECASE,
)
FORMULA = re.compile(r"\s*(?:[=@]\s*[^\W\d]|[=+@-].*(?:\w\(|\|\s*['\"]|![A-Z$]))")
"""What a spreadsheet would work out instead of showing it."""
URL = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>\"]*)?")
BARE_URL = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/[^\s<>\"]*)?", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?\d(?: ?\d){2,17}")
LONGEST_FIELD = 20_000

UNSEEN = "characters that can't be seen were taken out"
CONTROLS = "control characters were taken out"
MIXED = "a word mixes alphabets (homoglyphs?)"
STACKED = "stacked combining marks were taken out"
INSTRUCTS = "it speaks to a machine (instructions?); look at it"
TAGS = "HTML was made plain text"
HIDDEN = "hidden HTML was left out"
CUT_OFF = f"a field longer than {LONGEST_FIELD} characters was left out"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text made plain, and what was done to it or is odd in it."""

    text: str
    reasons: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Make a text plain: NFC, one kind of space and line end, nothing that can't be seen."""
    reasons = []
    plain = LINE_ENDS.sub("\n", text)
    without = CONTROL.sub("", plain)
    if without != plain:
        reasons.append(CONTROLS)
    seen = INVISIBLE.sub("", without)
    # A soft hyphen shows where a word may be broken; it's common, and harmless once it's gone.
    if seen != without.replace("\u00ad", "").removeprefix("\ufeff"):
        reasons.append(UNSEEN)
    seen = unicodedata.normalize("NFC", seen)
    single = COMBINING.sub("", seen)
    if single != seen:
        reasons.append(STACKED)
    lines = [SPACES.sub(" ", line).rstrip() for line in single.split("\n")]
    kept = EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()
    if any(_mixes(word) for word in WORD.findall(kept)):
        reasons.append(MIXED)
    if INSTRUCTION.search(kept):
        reasons.append(INSTRUCTS)
    return Cleaned(kept, tuple(reasons))


def clean_line(text: str) -> Cleaned:
    """Make a text plain and put it on one line: a name, a heading, an address."""
    cleaned = clean(text)
    return Cleaned(" ".join(cleaned.text.split()), cleaned.reasons)


def _mixes(word: str) -> bool:
    """Whether a word has letters of several alphabets that look alike."""
    if word.isascii():
        return False
    scripts = {
        script
        for letter in word
        for script in SCRIPTS
        if unicodedata.name(letter, "").startswith(script)
    }
    return len(scripts) > 1


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would work a cell out; phone numbers and list dashes aren't that."""
    return FORMULA.match(cell) is not None


def web_address(text: str) -> str | None:
    """A web address that can be followed; ``None`` for any other scheme or form."""
    text = clean_line(text).text
    if URL.fullmatch(text):
        return text
    if BARE_URL.fullmatch(text) and "@" not in text:
        return f"https://{text}"
    return None


def email_address(text: str) -> str | None:
    """An e-mail address, or ``None`` when it isn't one."""
    text = clean_line(text).text.removeprefix("mailto:")
    return text if EMAIL.fullmatch(text) else None


def phone_number(text: str) -> str | None:
    """A phone number as digits in groups, or ``None`` when it isn't one."""
    digits = " ".join(re.sub(r"[()./-]", " ", clean_line(text).text).split())
    return digits if PHONE.fullmatch(digits) else None
