"""Answers composed without a language model: one module a kind of answer."""
