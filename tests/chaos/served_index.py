"""An index of the tiny corpus in service, and what looks whether it still serves."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from tiny_corpus import HashEmbedder, TinyCorpus

from assistant.bootstrap import open_assistant
from assistant.dialogue import Ask, Message
from assistant.finnish import open_analyser
from assistant.generation import GENERATIONS, current_generation, pointed_generation
from assistant.index import Index
from assistant.settings import ROOT, Settings
from ingest.publish import publish
from ingest.read import read_corpus
from ingest.units import make_units

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.dialogue import Answer

ASK = Ask((Message("user", "Mikä on Silta-hanke?"),), as_of=date(2026, 11, 24))
PATH = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
VARIANTS = ("poika on jäänyt kotiin", "tyttö on jäänyt kotiin")


@dataclass
class Service:
    """A corpus and its index."""

    tiny: TinyCorpus
    index: Path

    @property
    def directory(self) -> Path:
        return self.index / GENERATIONS / current_generation(self.index)

    def publish(self):
        return publish(read_corpus(self.tiny.directory).corpus, self.index, HashEmbedder())

    def open(self, generation: Path | None = None) -> Index:
        embedder = HashEmbedder()
        return Index(generation or self.directory, embedder.as_langchain(), embedder.name)

    def change(self) -> None:
        """Put the corpus's other variant in its place."""
        text = self.tiny.text("services/silta.md")
        old, new = VARIANTS if VARIANTS[0] in text else reversed(VARIANTS)
        self.tiny.change("services/silta.md", old, new)

    def ask(self) -> Answer:
        assistant = open_assistant(Settings(index=self.index), HashEmbedder())
        try:
            return assistant.ask(ASK)
        finally:
            assistant.close()

    def assert_serves(self) -> None:
        """It opens from the disk, and holds a whole corpus with the right vectors."""
        opened = self.open()
        try:
            held = "\n".join(line for one in opened.corpus.services for line in one.asked_as)
            assert (VARIANTS[0] in held) != (VARIANTS[1] in held)
            embedder = HashEmbedder()
            units = make_units(opened.corpus, open_analyser())
            assert len(units) == sum(opened.manifest.counts[one] for one in ("passages", "asked"))
            stored = {shelf: opened.vectors(shelf) for shelf in ("passages", "asked")}
            for unit in units:
                made = embedder.embed_query(unit.text)
                np.testing.assert_allclose(stored[unit.shelf][unit.id], made, atol=1e-6)
        finally:
            opened.close()
        assert "Silta on Oulun kaupungin hanke." in self.ask().text

    def assert_healed(self) -> None:
        """The next ingest puts the corpus as it stands in service, and nothing else is left."""
        name = self.publish().manifest.generation
        assert pointed_generation(self.index) == name
        self.assert_serves()
        (held,) = (s.asked_as for s in self.open_corpus().services if s.id == "silta")
        assert any(line in held for line in VARIANTS if line in self.tiny.text("services/silta.md"))
        assert [path.name for path in (self.index / GENERATIONS).iterdir()] == [name]
        assert sorted(path.name for path in self.index.iterdir()) == [
            "CURRENT", "generations", "ingest.lock",
        ]  # fmt: skip

    def open_corpus(self):
        opened = self.open()
        opened.close()
        return opened.corpus
