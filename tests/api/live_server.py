"""A true server on a free port, for clients that speak over a socket."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fastapi import FastAPI


@contextmanager
def serving(app: FastAPI, trusted: Sequence[str] = ()) -> Iterator[tuple[str, uvicorn.Server]]:
    """Serve an application; gives its address, and the server to be told to stop.

    The socket listens already, so the first request just waits.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        ws="none",
        proxy_headers=bool(trusted),
        forwarded_allow_ips=list(trusted),
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}", server
        finally:
            server.should_exit = True
            thread.join()
