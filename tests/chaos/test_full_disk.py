"""A disk that is full: the last good generation serves, the error tells what to do, room heals."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from served_index import ASK
from tiny_corpus import HashEmbedder

from assistant.bootstrap import AssistantProvider
from assistant.generation import current_generation
from assistant.seal import check_seal
from assistant.settings import Settings
from ingest.publish import PublishError

MEGABYTES = 8


@pytest.fixture
def small_disk(service, tmp_path):
    """The service's index on a disk of its own, of a few megabytes."""
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tienviitta-test", disk]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        service.index = disk / "index"
        service.publish()
        yield service
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def fill(directory, leave):
    """Take all the room of a disk but so many bytes."""
    ballast = directory / "ballast"
    free = shutil.disk_usage(directory).free
    ballast.write_bytes(b"\0" * max(free - leave, 0))
    return ballast


@pytest.mark.parametrize("leave", [0, 20_000, 100_000, 300_000, 450_000])
def test_a_full_disk_leaves_the_last_generation_serving(small_disk, leave):
    provider = AssistantProvider(Settings(index=small_disk.index))
    provider._embedder = HashEmbedder()
    provider()
    good = current_generation(small_disk.index)
    small_disk.change()
    ballast = fill(small_disk.index.parent, leave)
    with pytest.raises(PublishError, match="Make room there") as raised:
        small_disk.publish()
    assert str(small_disk.index) in str(raised.value)
    assert provider().ask(ASK).citations
    provider().close()
    assert current_generation(small_disk.index) == good
    check_seal(small_disk.directory)
    # Also a server that begins now.
    small_disk.assert_serves()
    ballast.unlink()
    small_disk.assert_healed()
