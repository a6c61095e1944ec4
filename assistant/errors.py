"""Errors that a user can act on: each says what is wrong and what to do."""

from __future__ import annotations


class TienviittaError(Exception):
    """Base of every error of ours."""


class SettingsError(TienviittaError):
    """A setting of the environment doesn't hold."""


class CorpusError(TienviittaError):
    """Something in the corpus doesn't hold.

    Args:
        path: The file, as the user would open it.
        line: The line, counted from 1, or ``None`` when the whole file is meant.
        reason: What is wrong and what to do.
    """

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}")


class IndexNotReadyError(TienviittaError):
    """There is no index to answer from, or it doesn't fit the settings."""


class ModelNotReadyError(TienviittaError):
    """The embedding model can't be loaded."""


class InvalidQuestionError(TienviittaError):
    """A question that can't be answered as it was sent.

    Args:
        field: The field of the request.
        reason: What is wrong with it.
    """

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(f"{field}: {reason}")
