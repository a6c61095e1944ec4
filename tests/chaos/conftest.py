"""An index of the tiny corpus in service, and a server for an application."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import uvicorn
from served_index import Service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI


@pytest.fixture
def service(tiny, tmp_path) -> Service:
    service = Service(tiny, tmp_path / "index")
    service.publish()
    return service


@contextmanager
def serving(app: FastAPI) -> Iterator[tuple[str, int]]:
    """Serve an application on a free port; gives its host and port."""
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_config=None, ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield "127.0.0.1", listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def serve():
    return serving
