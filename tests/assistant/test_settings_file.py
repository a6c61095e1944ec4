from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import SettingsError
from assistant.settings import ROOT, Settings
from assistant.settings_file import (
    KINDS,
    MASKED,
    PREFIX,
    SERVER,
    read_settings,
    shown,
    without_password,
)

EVERYTHING = """
# Where things are
corpus = "aineisto"
corpora = ["muut", "/srv/lisaa"]
index = "~/hakemisto"
embedding_model = "intfloat/multilingual-e5-base"
query_prompt = ""
threads = 4
llm_base_url = "http://me:hush@127.0.0.1:11434/v1"
llm_model = "qwen3"
llm_api_key = "sk-very-secret"
llm_temperature = 0.5
llm_timeout = 7
chroma_url = "http://127.0.0.1:8001"
chroma_token = "another-secret"
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "asetukset.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_sets_what_it_tells_over_the_environment(written):
    path = written(EVERYTHING)
    env = {"TIENVIITTA_THREADS": "1", "TIENVIITTA_PASSAGE_PROMPT": "passage: "}
    settings = read_settings(path, env)
    assert settings.corpus == path.parent / "aineisto"
    assert settings.corpora == (path.parent / "muut", Path("/srv/lisaa"))
    assert settings.index == Path.home() / "hakemisto"
    assert settings.embedding_model == "intfloat/multilingual-e5-base"
    assert (settings.threads, settings.query_prompt) == (4, "")
    assert settings.passage_prompt == "passage: "
    assert settings.llm is not None
    assert (settings.llm.temperature, settings.llm.timeout) == (0.5, 7)
    assert settings.llm.api_key == "sk-very-secret"


def test_a_model_that_is_a_directory_beside_the_file_is_that_directory(written):
    path = written('embedding_model = "malli"')
    (path.parent / "malli").mkdir()
    assert read_settings(path, {}).embedding_model == str(path.parent / "malli")
    assert read_settings(written('embedding_model = "default"'), {}).embedding_model == "default"


def test_an_empty_file_leaves_the_environment(written):
    env = {"TIENVIITTA_THREADS": "3"}
    assert read_settings(written(""), env) == Settings.from_environment(env)


def test_the_file_knows_every_setting_that_answers_depend_on():
    source = (ROOT / "assistant" / "settings.py").read_text(encoding="utf-8")
    named = {one.lower() for one in re.findall(rf"{PREFIX}([A-Z_]+[A-Z])", source)}
    assert named == set(KINDS) | SERVER


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("threads = 2\nthread = 3", ":2: thread isn't a setting; is it threads?"),
        ("# a\n\nthreads = 0", ":3: threads must be a whole number above 0, not '0'."),
        ("threads = true", ":1: threads must be a whole number, such as 2, not True."),
        ('threads = "2"', ":1: threads must be a whole number, such as 2, not '2'."),
        ("index = 3", ":1: index must be a path"),
        ('corpora = "muut"', ":1: corpora must be a list of paths"),
        ('\nllm_model = "m"', ":2: llm_base_url is missing: a language model needs both."),
        ('llm_model = "m"\nllm_base_url = "x"', ":2: llm_base_url must be an address"),
        (
            'llm_model = "m"\nllm_base_url = "http://x"\nllm_temperature = 9',
            ":3: llm_temperature must be a number from 0 to 2",
        ),
        ('rate_limit = "60/minute"', ":1: rate_limit is of the server"),
        ("TIENVIITTA_THREADS = 2", ":1: TIENVIITTA_THREADS must be written as threads."),
        ('threads = 2\n[llm]\nmodel = "m"', ":2: llm is a table; settings stand without one"),
        ("threads = 2\nthreads = 3", ":2: not TOML ("),
        ("threads: 2", ":1: not TOML ("),
        ('threads = "', ":1: not TOML ("),
    ],
)
def test_what_does_not_hold_is_told_with_file_line_and_key(written, text, told):
    path = written(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(path, {})
    assert str(caught.value).startswith(f"{path}{told}")


def test_a_line_within_a_text_of_many_lines_is_not_taken_for_a_key(written):
    path = written('query_prompt = """\nthreads = 1\n"""\nthreads = 0')
    with pytest.raises(SettingsError, match=r"toml:4: threads"):
        read_settings(path, {})


def test_an_error_of_the_environment_stays_its_own(written):
    with pytest.raises(SettingsError, match=r"^TIENVIITTA_THREADS must be"):
        read_settings(written('query_prompt = ""'), {"TIENVIITTA_THREADS": "many"})


def test_no_file_and_no_text_are_told(tmp_path):
    with pytest.raises(SettingsError, match=r"puuttuu\.toml can't be read"):
        read_settings(tmp_path / "puuttuu.toml", {})
    (tmp_path / "utf16.toml").write_text("threads = 2", encoding="utf-16")
    with pytest.raises(SettingsError, match="isn't UTF-8"):
        read_settings(tmp_path / "utf16.toml", {})


def test_what_is_shown_has_every_setting_and_no_secret(written):
    told = shown(read_settings(written(EVERYTHING), {}))
    assert list(told) == list(KINDS)
    assert (told["llm_api_key"], told["chroma_token"]) == (MASKED, MASKED)
    assert told["llm_base_url"] == f"http://me:{MASKED}@127.0.0.1:11434/v1"
    assert (told["llm_timeout"], told["chroma_timeout"]) == (7, 10)
    for secret in ("sk-very", "another-secret", "hush"):
        assert secret not in str(told)


def test_defaults_are_shown_from_the_root_and_what_is_not_set_as_nothing():
    told = shown(Settings())
    assert (told["index"], told["corpora"]) == ("var/index", ["corpora"])
    assert told["llm_api_key"] is told["llm_model"] is told["chroma_url"] is None


def test_a_temperature_left_to_the_server_is_shown_as_in_a_file(written):
    text = 'llm_model = "m"\nllm_base_url = "http://x"\nllm_temperature = "server"'
    assert shown(read_settings(written(text), {}))["llm_temperature"] == "server"


def test_an_address_without_a_password_stays():
    assert without_password("http://user@host:1/v1") == "http://user@host:1/v1"


@given(st.text(max_size=60))
def test_any_text_is_settings_or_an_error_with_a_line(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read_settings(path, {})
    except SettingsError as error:
        told = str(error)
    else:
        return
    assert re.match(rf"{re.escape(str(path))}:\d+: ", told)
