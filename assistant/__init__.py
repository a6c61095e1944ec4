"""From a question to an answer: understand, retrieve, compose, verify."""
