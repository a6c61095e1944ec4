"""The corridor from a question to an answer: understand, retrieve, compose, generate, verify."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import uuid4
from weakref import finalize
from zoneinfo import ZoneInfo

from assistant.catalogue import Catalogue
from assistant.compose.choose import compose
from assistant.compose.context import Context
from assistant.compose.crisis import CRISIS_LINE, EMERGENCY
from assistant.compose.ranking import listed_first
from assistant.dialogue import Answer, Ask, Message, Question, QuestionView
from assistant.domain_model import outside_score
from assistant.errors import InvalidQuestionError
from assistant.finnish import normalise
from assistant.generate import Tally
from assistant.limit import Limited
from assistant.messages import Messages
from assistant.retrieve import Retriever
from assistant.rewrite import Rewriter
from assistant.safety_look import SafetyLook
from assistant.understand import Understander
from assistant.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import numpy as np
    from langchain_core.runnables import Runnable
    from numpy.typing import NDArray

    from assistant.compose.draft import Draft
    from assistant.dialogue import Found, Hit
    from assistant.discriminant import Discriminant
    from assistant.embedding import Embedder
    from assistant.generate import Generator
    from assistant.index import Index
    from assistant.places import Places
    from assistant.weights import Weights

REMEMBERED = 10_000
HELSINKI = ZoneInfo("Europe/Helsinki")
WARMING = (
    "Kuka auttaa työnhaussa?",
    "Who can help me find a job?",
    "Vem hjälper mig att hitta jobb?",
    "Кто поможет найти работу?",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way through the corridor; each step adds to it."""

    ask: Ask
    question: Question
    timings_ms: dict[str, float]
    found: Found | None = None
    draft: Draft | None = None
    tally: Tally = field(default_factory=Tally)


class Assistant(Catalogue):
    """Answers from one generation of the index. Safe between threads.

    Args:
        index: An opened generation.
        embedder: The model that the generation was made with.
        places: The places of its corpus.
        weights: How much each kind of evidence counts.
        generator: A language model that may write answers better; none is needed.
    """

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        places: Places,
        weights: Weights | None = None,
        generator: Generator | None = None,
    ) -> None:
        super().__init__(index.corpus, places)
        self._index, self._embedder, self._places = index, embedder, places
        self._understander = Understander(index.corpus, places, index.vocabulary, self._outside)
        self._retriever = Retriever(index, places, weights)
        self._groups_in = lru_cache(REMEMBERED)(self._understander.groups_in)
        self._limited = Limited(index.corpus)
        self._safety = SafetyLook(
            self._understander.distress, embedder.embed_queries, embedder.name
        )
        self._rewriter = (
            Rewriter(generator, index.corpus, self._understander.tokens, embedder.embed_queries)
            if generator
            else None
        )

    def _outside(self, texts: Sequence[str]) -> list[float]:
        """How likely guidance has nothing to do with each of some sentences."""
        vectors = self._embedder.embed_queries(texts)
        model = self._index.manifest.model
        pairs = zip(texts, vectors, strict=True)
        return [outside_score(text, vector, model) for text, vector in pairs]

    @property
    def generation(self) -> str:
        """The name of the index generation that is answered from."""
        return self._index.manifest.generation

    @property
    def passages(self) -> int:
        """How many passages the generation holds."""
        return len(self._index.corpus.passages)

    def close(self) -> None:
        """Let go of the index's files; nothing can be asked afterwards."""
        self._index.close()

    def close_when_unused(self) -> None:
        """Let go of the index's files once nobody holds the assistant any more.

        Whoever still answers from it holds it, so it's never closed under a question.
        """
        finalize(self, self._index.close)

    def ask(self, ask: Ask) -> Answer:
        """Answer the last message of a conversation.

        Raises:
            InvalidQuestionError: There's no question, or the municipality doesn't exist.
        """
        return self.verify(self.generate(self.compose(self.retrieve(self.understand(ask)))))

    def warm(self) -> None:
        """Load what the first questions would wait for, such as the words of other languages."""
        for question in WARMING:
            asked = self.understand(Ask((Message("user", question),)))
            self.verify(self.compose(self.retrieve(asked)))

    def search(self, ask: Ask, limit: int = 20) -> tuple[Hit, ...]:
        """What retrieval finds for a question, the best first; of a list, what stands on it.

        Raises:
            InvalidQuestionError: There's no question, or the municipality doesn't exist.
        """
        asked = self.retrieve(self.understand(ask))
        return listed_first(self._known(asked))[:limit]

    def evidence(self, ask: Ask, judged: Discriminant | None = None) -> tuple[Question, Found]:
        """How a question is understood and what is found for it, for measuring and tuning.

        Args:
            ask: The request.
            judged: See `Retriever.retrieve`.
        """
        question = self.understand(ask).question
        vector = self._embedder.embed_query(question.standalone)
        return question, self._retriever.retrieve(question, vector, limit=None, judged=judged)

    def ranked(self, ask: Ask) -> tuple[Question, Found]:
        """How a question is understood and all that is found, in the order of `search`.

        Raises:
            InvalidQuestionError: There's no question, or the municipality doesn't exist.
        """
        question, found = self.evidence(ask)
        known = self._known(Asked(ask, question, {}, found))
        return question, replace(found, kept=listed_first(known))

    def embed(self, text: str) -> NDArray[np.float32]:
        """A text's unit-length vector as a question, shape (dimension,)."""
        return self._embedder.embed_query(text)

    def runnable(self) -> Runnable[Ask, Answer]:
        """The corridor as a LangChain runnable, its steps open to be put together anew."""
        from langchain_core.runnables import RunnableLambda

        return (
            RunnableLambda(self.understand)
            | RunnableLambda(self.retrieve)
            | RunnableLambda(self.compose)
            | RunnableLambda(self.generate)
            | RunnableLambda(self.verify)
        )

    def text_runnable(self) -> Runnable[Ask, str]:
        """The corridor as a LangChain runnable whose stream is the answer's text, word by word."""
        from langchain_core.runnables import RunnableGenerator

        def words(answers: Iterator[Answer]) -> Iterator[str]:
            for answer in answers:
                yield from chunks(answer.text)

        return self.runnable() | RunnableGenerator(words)

    def understand(self, ask: Ask) -> Asked:
        """Step 1: what is asked.

        Raises:
            InvalidQuestionError: There's no question, or the municipality or a corpus doesn't
                exist.
        """
        started = perf_counter()
        if not ask.messages or ask.messages[-1].role != "user":
            raise InvalidQuestionError("messages", "the last message must be the user's question")
        if not normalise(ask.question):
            raise InvalidQuestionError("messages", "the question is empty")
        if ask.municipality and self._places.municipality(ask.municipality) is None:
            raise InvalidQuestionError("municipality", f"{ask.municipality!r} isn't in Finland")
        for corpus in ask.corpora:
            if corpus not in self._index.corpus.corpus_by_id:
                known = ", ".join(self._index.corpus.corpus_by_id)
                raise InvalidQuestionError("corpora", f"there's no {corpus!r}, only {known}")
        question = self._understander.understand(ask, ask.as_of or today())
        if ask.corpora:
            services = self._limited.to(ask.corpora).service_by_id
            question = replace(
                question,
                named=tuple(one for one in question.named if one in services),
                nearly_named=tuple(one for one in question.nearly_named if one in services),
            )
        tally = Tally()
        if self._rewriter:
            standalone = self._rewriter.standalone(ask, question, tally)
            question = replace(question, standalone=standalone)
        return Asked(ask, question, {"understand": _since(started)}, tally=tally)

    def retrieve(self, asked: Asked, judged: Discriminant | None = None) -> Asked:
        """Step 2: what the sources hold of it; ``judged`` as in `Retriever.retrieve`."""
        started = perf_counter()
        vector = self._embedder.embed_query(asked.question.standalone)
        found = self._retriever.retrieve(asked.question, vector, judged=judged)
        question = self._safety.look(asked.question, vector)
        return replace(
            asked, question=question, found=found, timings_ms=_timed(asked, "retrieve", started)
        )

    def compose(self, asked: Asked) -> Asked:
        """Step 3: an answer, not yet to be trusted."""
        started = perf_counter()
        draft = compose(self._known(asked))
        return replace(asked, draft=draft, timings_ms=_timed(asked, "compose", started))

    def generate(self, asked: Asked) -> Asked:
        """Step 4: the answer as a language model writes it, where there is one."""
        if self._rewriter is None:
            return asked
        assert asked.draft is not None
        started = perf_counter()
        draft = self._rewriter.rewrite(self._known(asked), asked.ask, asked.draft, asked.tally)
        return replace(asked, draft=draft, timings_ms=_timed(asked, "generate", started))

    def _known(self, asked: Asked) -> Context:
        assert asked.found is not None
        return Context(
            question=asked.question,
            found=asked.found,
            corpus=self._limited.to(asked.question.corpora),
            places=self._places,
            messages=Messages(asked.question.language),
            tokens=self._understander.tokens,
            organisations=self._understander.organisations,
            whole=self._index.corpus,
            groups_in=self._groups_in,
        )

    def verify(self, asked: Asked) -> Answer:
        """Step 5: of the answer, what stands in the sources."""
        assert asked.draft is not None
        started = perf_counter()
        question, draft = asked.question, asked.draft
        verified = verify(draft, self._limited.to(question.corpora, (CRISIS_LINE, EMERGENCY)))
        timings = _timed(asked, "verify", started)
        timings["total"] = round(sum(timings.values()), 2)
        return Answer(
            id=uuid4().hex,
            outcome=verified.outcome,
            language=Messages(question.language).language,
            text=verified.text,
            citations=verified.citations,
            services=verified.cards,
            notices=verified.notices,
            follow_ups=tuple(dict.fromkeys(draft.follow_ups)),
            question=QuestionView(
                standalone=question.standalone,
                municipalities=question.municipalities,
                target_groups=question.target_groups,
                topics=question.topics,
                kind=str(draft.kind),
            ),
            timings_ms=timings,
            usage=asked.tally.usage,
        )


def today() -> date:
    """Today in Finland."""
    return datetime.now(UTC).astimezone(HELSINKI).date()


def chunks(text: str) -> Iterator[str]:
    """A text cut into words with the spaces after them, to be streamed."""
    start = 0
    for end in range(1, len(text)):
        if text[end - 1].isspace() and not text[end].isspace():
            yield text[start:end]
            start = end
    if start < len(text):
        yield text[start:]


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)


def _timed(asked: Asked, step: str, started: float) -> dict[str, float]:
    return {**asked.timings_ms, step: _since(started)}
