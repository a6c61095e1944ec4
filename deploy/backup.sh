#!/usr/bin/env bash
# Put the corpus, the generation that serves and the feedback into one archive.
# Usage: deploy/backup.sh DIRECTORY
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
corpus=${TIENVIITTA_CORPUS:-$root/corpus}
corpora=${TIENVIITTA_CORPORA-$root/corpora}
index=${TIENVIITTA_INDEX:-$root/var/index}
feedback=${TIENVIITTA_FEEDBACK:-$root/var/feedback.sqlite}

if [ $# -ne 1 ]; then
	echo "Usage: $0 DIRECTORY" >&2
	exit 2
fi
mkdir -p "$1"
made=$(mktemp -d "$1/.backup-XXXXXX")
trap 'rm -rf "$made"' EXIT
whole=$made/tienviitta
mkdir -p "$whole/index/generations" "$whole/corpora"

cp -R "$corpus" "$whole/corpus"
IFS=: read -ra listed <<< "$corpora"
for one in "${listed[@]}"; do
	if [ -d "$one" ]; then cp -R "$one" "$whole/corpora/"; fi
done

# An ingest meanwhile may delete the generation while it's copied: then the next one is.
for attempt in 1 2 3; do
	name=$(cat "$index/CURRENT")
	copy=$whole/index/generations/$name
	rm -rf "$copy"
	mkdir "$copy"
	if tar -C "$index/generations/$name" --exclude='opened-*' -cf - . | tar -C "$copy" -xf - &&
		(cd "$copy" && sha256sum --check --quiet SHA256SUMS); then
		printf '%s\n' "$name" > "$whole/index/CURRENT"
		break
	fi
	rm -rf "$copy"
	if [ "$attempt" = 3 ]; then
		echo "The index in $index isn't whole; run tienviitta ingest and this again." >&2
		exit 1
	fi
done

# Copied by SQLite itself, so that what is being written is whole.
if [ "$feedback" != off ] && [ -f "$feedback" ]; then
	"${PYTHON:-$root/.venv/bin/python}" - "$feedback" "$whole/feedback.sqlite" <<-'PYTHON'
		import sqlite3
		import sys

		with sqlite3.connect(sys.argv[1]) as kept, sqlite3.connect(sys.argv[2]) as copy:
		    kept.backup(copy)
	PYTHON
	chmod 600 "$whole/feedback.sqlite"
fi

archive=$1/tienviitta-$(date -u +%Y%m%dT%H%M%SZ).tar.gz
(umask 077 && tar -C "$made" -czf "$made/archive" tienviitta)
mv "$made/archive" "$archive"
echo "$archive"
