"""The colours have the contrast of WCAG 2.2 AA in both schemes."""

from __future__ import annotations

import re

import pytest

from api.app import STATIC

TEXT = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "mark"),
    ("ink", "wait-tint"),
    ("ink", "stop-tint"),
    ("ink", "accent-tint"),
    ("soft", "paper"),
    ("soft", "surface"),
    ("soft", "sunken"),
    ("soft", "accent-tint"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "sunken"),
    ("accent", "accent-tint"),
    ("accent", "wait-tint"),
    ("accent", "stop-tint"),
    ("on-sign", "sign"),
    ("on-sign", "sign-strong"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("good", "good-tint"),
    ("wait", "wait-tint"),
    ("stop", "stop-tint"),
    ("surface", "stop"),
]
EDGES = [("line-strong", "paper"), ("line-strong", "surface"), ("accent", "line")]


def schemes() -> dict[str, dict[str, str]]:
    css = (STATIC / "style.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root, :host \{(.*?)\}", css, re.DOTALL)[:2]
    )
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_the_greatest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(scheme, front, back):
    colours = schemes()[scheme]
    assert contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_edges_can_be_seen(scheme, front, back):
    colours = schemes()[scheme]
    assert contrast(colours[front], colours[back]) >= 3
