#!/usr/bin/env bash
# Unpack what backup.sh made into a new directory, and look whether it's whole.
# Usage: deploy/restore.sh ARCHIVE DIRECTORY
set -euo pipefail

if [ $# -ne 2 ]; then
	echo "Usage: $0 ARCHIVE DIRECTORY" >&2
	exit 2
fi
if [ -e "$2" ]; then
	echo "$2 is there already; name a directory that isn't, so that nothing is overwritten." >&2
	exit 1
fi
mkdir -p "$(dirname "$2")"
parent=$(cd "$(dirname "$2")" && pwd)
target=$parent/$(basename "$2")
made=$(mktemp -d "$parent/.restore-XXXXXX")
trap 'rm -rf "$made"' EXIT
tar -C "$made" -xzf "$1"
whole=$made/tienviitta
(cd "$whole/index/generations/$(cat "$whole/index/CURRENT")" && sha256sum --check --quiet SHA256SUMS)
mv "$whole" "$target"
cat <<-TOLD
	TIENVIITTA_CORPUS=$target/corpus
	TIENVIITTA_CORPORA=$target/corpora
	TIENVIITTA_INDEX=$target/index
	TIENVIITTA_FEEDBACK=$target/feedback.sqlite
TOLD
