"""Inflected and spoken forms of Finnish place names, made from their shape.

The rules are generous: where a name's type can't be told from its shape (Raahe : Raahen, but
Kempele : Kempeleen), both types are made. The first form of each case is the likeliest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CASES: Final = (
    "nominative", "genitive", "partitive", "inessive", "elative", "illative",
    "adessive", "ablative", "allative", "essive", "translative",
)  # fmt: skip
LOCAL_CASES: Final = frozenset(
    {"inessive", "elative", "illative", "adessive", "ablative", "allative"}
)
VOWELS: Final = "aeiouyäöå"

# Heads that aren't inflected as their last letter tells: strong stem, weak stem, partitive.
_HEADS: Final = {
    "joki": ("joke", "joe", "jokea"),
    "järvi": ("järve", "järve", "järveä"),
    "koski": ("koske", "koske", "koskea"),
    "lahti": ("lahte", "lahde", "lahtea"),
    "mäki": ("mäke", "mäe", "mäkeä"),
    "niemi": ("nieme", "nieme", "niemeä"),
    "salmi": ("salme", "salme", "salmea"),
    "saari": ("saare", "saare", "saarta"),
    "vesi": ("vete", "vede", "vettä"),
    "lampi": ("lampi", "lammi", "lampea"),
    "nummi": ("numme", "numme", "nummea"),
    "loppi": ("loppe", "lope", "loppea"),
    "kaari": ("kaare", "kaare", "kaarta"),
    "suomi": ("suome", "suome", "suomea"),
}
_FRONT_HEADS: Final = ("niemi", "vesi")
_WEAK: Final = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm"), ("lt", "ll"),
    ("rt", "rr"), ("ht", "hd"), ("rk", "r"), ("lp", "lv"),
)  # fmt: skip
_WEAK_AFTER_VOWEL: Final = {"t": "d", "p": "v", "k": ""}
_AGREEING: Final = {
    "Uusi": {
        "genitive": "Uuden", "partitive": "Uutta", "inessive": "Uudessa", "elative": "Uudesta",
        "illative": "Uuteen", "adessive": "Uudella", "ablative": "Uudelta", "allative": "Uudelle",
        "essive": "Uutena", "translative": "Uudeksi",
    },
    "Iso": {
        "genitive": "Ison", "partitive": "Isoa", "inessive": "Isossa", "elative": "Isosta",
        "illative": "Isoon", "adessive": "Isolla", "ablative": "Isolta", "allative": "Isolle",
        "essive": "Isona", "translative": "Isoksi",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems that a name's cases are built on."""

    strong: str
    weak: str
    partitive: tuple[str, ...]
    illative: tuple[str, ...]
    genitive: tuple[str, ...] = ()


def inflect(name: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of a name in each of ``CASES``, the likeliest first.

    Of a name of several words the last is inflected, and the first too where it agrees.
    """
    if " " in name:
        return _inflect_phrase(name)
    prefix, hyphen, last = name.rpartition("-")
    forms = {case: tuple(prefix + hyphen + form for form in f) for case, f in _single(last).items()}
    for word, agreed in _AGREEING.items():
        if last.startswith(word) and len(last) > len(word) + 2:
            rest = _single(last[len(word) :])
            for case, start in agreed.items():
                made = tuple(prefix + hyphen + start + form for form in rest[case])
                forms[case] = (*made, *forms[case])
    return forms


def _inflect_phrase(name: str) -> dict[str, tuple[str, ...]]:
    first, last = name.rsplit(" ", 1)
    if not first.endswith("nen"):
        return {case: tuple(f"{first} {form}" for form in f) for case, f in inflect(last).items()}
    agreeing, ending = inflect(first), inflect(last)
    return {case: (f"{agreeing[case][-1]} {ending[case][0]}",) for case in CASES}


def _single(name: str) -> dict[str, tuple[str, ...]]:
    a = harmony(name)
    forms: dict[str, list[str]] = {case: [] for case in CASES}
    forms["nominative"].append(name)
    for stems in _stems(name, a):
        weak = stems.weak
        made = {
            "genitive": stems.genitive or (weak + "n",),
            "partitive": stems.partitive,
            "inessive": (weak + "ss" + a,),
            "elative": (weak + "st" + a,),
            "illative": stems.illative,
            "adessive": (weak + "ll" + a,),
            "ablative": (weak + "lt" + a,),
            "allative": (weak + "lle",),
            "essive": (stems.strong + "n" + a,),
            "translative": (weak + "ksi",),
        }
        for case, new in made.items():
            forms[case] += [form for form in new if form not in forms[case]]
    return {case: tuple(found) for case, found in forms.items()}


def harmony(name: str) -> str:
    """Return the vowel of the endings, ``a`` or ``ä``, by the last vowel that decides it."""
    lower = name.lower()
    if lower.endswith(_FRONT_HEADS):
        return "ä"
    deciding = re.findall("[aouäöy]", lower)
    return "ä" if not deciding or deciding[-1] in "äöy" else "a"


def _stems(name: str, a: str) -> Iterator[Stems]:
    lower = name.lower()
    for head, stems in _HEADS.items():
        if lower.endswith(head):
            start = name[: -len(head)]
            capital = name[len(start)].isupper()
            strong, weak, partitive = (
                start + (stem.capitalize() if capital else stem) for stem in stems
            )
            yield Stems(strong, weak, (partitive,), (strong + strong[-1] + "n",))
            return
    if lower.endswith("nen"):
        yield from _nen_stems(name[:-3], a)
    elif lower[-1] not in VOWELS:
        yield from _consonant_stems(name, a)
    elif lower[-1] == "e" and lower[-2] != "e":
        long = name + "e"
        yield Stems(long, long, (name + "tt" + a,), (long + "seen",))
        yield Stems(name, name, (name + a,), (name + "en",))
    else:
        yield from _vowel_stems(name, a)


def _nen_stems(start: str, a: str) -> Iterator[Stems]:
    one, many = start + "se", start + "si"
    plural = Stems(many, many, (many + a,), (many + "in",), (start + "sten", start + "s" + "ien"))
    yield plural
    yield Stems(one, one, (start + "st" + a,), (one + "en",))


def _consonant_stems(name: str, a: str) -> Iterator[Stems]:
    lower = name.lower()
    if lower.endswith("das"):
        stem = name[:-3] + ("taa" if a == "a" else "tää")
        yield Stems(stem, stem, (name + "t" + a,), (stem + "seen",))
    if lower.endswith("dun"):
        stem = name[:-3] + "tume"
        yield Stems(stem, stem, (name + "t" + a,), (stem + "en",))
    if lower.endswith("us"):
        yield Stems(
            name[:-1] + "te", name[:-1] + "de", (name[:-1] + "tt" + a,), (name[:-1] + "teen",)
        )
    if lower.endswith("s"):
        stem = name[:-1] + "kse"
        yield Stems(stem, stem, (name + "t" + a,), (stem + "en",))
    if lower.endswith("t"):
        yield from _plural_stems(name[:-1], a)
    stem = name + "i"
    yield Stems(stem, stem, (stem + a,), (stem + "in",))


def _plural_stems(stem: str, a: str) -> Iterator[Stems]:
    strong = re.sub(r"rr(?=[aä]$)", "rt", stem)
    many, plural = re.sub("[aä]$", "o", strong), re.sub("[aä]$", "o", stem)
    yield Stems(
        many + "i", plural + "i", (many + "j" + a,), (many + "ihin",), (many + "jen", strong + "in")
    )


def _vowel_stems(name: str, a: str) -> Iterator[Stems]:
    last, before = name[-1].lower(), name[-2].lower()
    partitive: tuple[str, ...] = (name + a,)
    illative: tuple[str, ...] = (name + last + "n",)
    if before == last:
        partitive = (name + "t" + a,)
        illative = (name + "seen", name + "h" + last + "n")
        # One syllable: Ii, and the heads maa, pää, suu.
        if name.lower().endswith(("ii", "maa", "pää", "suu", "pyy")):
            illative = illative[::-1]
    elif before in VOWELS:
        partitive = (name + "t" + a, name + a)
    weak = _weaken(name)
    for stem in dict.fromkeys((weak, name)):
        yield Stems(name, stem, partitive, illative)


def _weaken(name: str) -> str:
    body, vowel = name[:-1], name[-1]
    if body[-1:].lower() in VOWELS:
        return name
    for strong, weak in _WEAK:
        if body.endswith(strong):
            return body[: -len(strong)] + weak + vowel
    if len(body) > 1 and body[-2].lower() in VOWELS and body[-1] in _WEAK_AFTER_VOWEL:
        return body[:-1] + _WEAK_AFTER_VOWEL[body[-1]] + vowel
    return name


_LONG_ILLATIVE: Final = re.compile(r"(.*?)([aeiouyäö])\2n$")
_GEMINATED: Final = re.compile(r"(?<=[aeiouyäö])([bdfghjklmnprstv])(?=([aeiouyäö])\2n$)")
_TAILS: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (re.compile(r"ss([aä])$"), (r"s", r"s\1")),
    (re.compile(r"st[aä]$"), ("st",)),
    (re.compile(r"ll([aä])$"), (r"l", r"l\1")),
    (re.compile(r"lt[aä]$"), ("lt",)),
    (re.compile(r"ksi$"), ("ks",)),
    (re.compile(r"lle$"), ("le", "l")),
)


def spoken(case: str, form: str) -> Iterator[str]:
    """Return spoken and northern variants of one form: Oulus, Oulusa, Oulluun, Ouluhun."""
    if case == "illative":
        yield form[:-1]
        yield _GEMINATED.sub(r"\1\1", form)
        if match := _LONG_ILLATIVE.fullmatch(form):
            start, vowel = match.groups()
            yield from (
                f"{start}{vowel}h{vowel}n",
                f"{start}{vowel}hen",
                f"{start}h{vowel}{vowel}n",
            )
        if form.endswith("seen"):
            yield form[:-4] + "h" + form[-5] + "n"
    for pattern, tails in _TAILS:
        if case in LOCAL_CASES or case == "translative":
            yield from (pattern.sub(tail, form) for tail in tails if pattern.search(form))
    if "järv" in form.lower():
        yield from (re.sub("ärv", new, form) for new in ("äriv", "ärev"))


def inhabitant_stems(name: str) -> set[str]:
    """Return what stands before *-lainen* or *-nen* in the words for a place's people."""
    forms = _single(name.rpartition("-")[2]) if " " not in name else {}
    start = name[: name.rfind("-") + 1] if "-" in name else ""
    stems = {name}
    for essive in forms.get("essive", ()):
        stems.add(start + essive[:-2])
    if name.endswith("nen"):
        stems |= {name[:-3] + "s", name[:-3] + "ste", name[:-3] + "se"}
    if name.endswith("vesi"):
        stems.add(name[:-2] + "ti")
    return {stem.lower() for stem in stems}


def russian_cases(name: str) -> Sequence[str]:
    """Return the Russian or Ukrainian cases of a name in *-а* or *-я*; other names have one."""
    endings = {"а": "а ы и е і у ой ою", "я": "я и і е ю ей ею"}.get(name[-1])
    if not endings:
        return [name]
    softened = {"к": "ц", "г": "з", "х": "с"}.get(name[-2:-1])
    ukrainian = [f"{name[:-2]}{softened}і"] if softened else []
    return [*(name[:-1] + ending for ending in endings.split()), *ukrainian]
