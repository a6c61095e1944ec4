"""Who may use the API, and how often.

Without keys the API is open. With keys, it asks for one except of the page itself: the page's
answer sets a short-lived signed cookie, which browsers send from the page's own site alone. It
tells nothing of the person, and it's no secret from them: whoever opens the page may do what the
page does. It keeps out other sites and whoever doesn't take the trouble.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
import time
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request

from api.problems import FORBIDDEN, TOO_MANY, UNAUTHORISED, ProblemError, problem_response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from assistant.settings import ServerSettings

COOKIE = "tienviitta_sivu"
COOKIE_SECONDS = 2 * 60 * 60
KEYED = ("/v1/", "/mcp", "/metrics")
LIMITED = ("/v1/", "/mcp")
EMBEDDED = ("/v1/chat", "/v1/feedback", "/v1/services", "/v1/sources")
"""What a page of a listed site may use without a key."""


class Keys:
    """Tells who a request comes from by its key, or that it comes from the page.

    Args:
        keys: Each one's key by their name.
        origins: Sites whose pages may use what is embedded without a key.
    """

    def __init__(self, keys: Mapping[str, str], origins: Sequence[str] = ()) -> None:
        from itsdangerous import TimestampSigner

        self._keys = {name: key.encode() for name, key in keys.items()}
        self._origins = frozenset(origins) - {"*"}
        # From the keys, so that every process has the same and a new key ends old cookies.
        secret = hashlib.sha256(b"\0".join(sorted(self._keys.values()))).digest()
        self._signer = TimestampSigner(secret, salt="tienviitta.page")

    def name(self, request: Request) -> str | None:
        """Return whose key a request carries, or ``None``.

        Every key is compared, each in a time that doesn't tell how much of it is right.
        """
        given = request.headers.get("x-api-key", "")
        scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            given = credentials.strip()
        sent = given.encode("utf-8", "surrogateescape")
        matching = [name for name, key in self._keys.items() if hmac.compare_digest(sent, key)]
        return matching[0] if matching else None

    def cookie(self) -> str:
        """Return a new cookie's value for the page."""
        return self._signer.sign("page").decode("ascii")

    def from_page(self, request: Request) -> bool:
        """Tell whether a request comes from the page, by its cookie and by what browsers tell."""
        from itsdangerous import BadSignature

        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        if not is_own_origin(request):
            return False
        try:
            self._signer.unsign(request.cookies.get(COOKIE, ""), max_age=COOKIE_SECONDS)
        except BadSignature:
            return False
        return True

    def from_listed_site(self, request: Request) -> bool:
        """Tell whether a page of a listed site asks for what may be embedded there."""
        path = request.url.path
        embedded = any(path == p or path.startswith(f"{p}/") for p in EMBEDDED)
        return (
            embedded
            and path != "/v1/chat/completions"
            and request.headers.get("origin") in self._origins
        )


class RateLimit:
    """So many requests of a client in a sliding time.

    Args:
        rate: A number and a time: ``60/minute``.
    """

    def __init__(self, rate: str) -> None:
        from limits import parse
        from limits.storage import MemoryStorage
        from limits.strategies import SlidingWindowCounterRateLimiter

        self._item = parse(rate)
        self._rate = rate
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def check(self, client: str) -> None:
        """Count a request.

        Raises:
            ProblemError: ``too-many``, with the seconds to wait.
        """
        if self._limiter.hit(self._item, client):
            return
        stats = self._limiter.get_window_stats(self._item, client)
        wait = max(1, math.ceil(stats.reset_time - time.time()))
        raise ProblemError(
            TOO_MANY,
            f"This client has sent more than {self._rate}.",
            headers={"Retry-After": str(wait)},
        )


class Access:
    """Asks for a key where one is needed, and counts the requests of each client."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self.app = app
        self._keys = Keys(settings.api_keys, settings.cors_origins) if settings.api_keys else None
        self._limit = RateLimit(settings.rate_limit) if settings.rate_limit else None
        self._origins = frozenset(settings.cors_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            gives_cookie = self._let_in(request)
        except ProblemError as problem:
            await problem_response(request, problem)(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and self._keys is not None:
                is_page = Headers(raw=message["headers"]).get("content-type", "")
                if gives_cookie or is_page.startswith("text/html"):
                    headers = MutableHeaders(scope=message)
                    headers.append("Set-Cookie", _cookie(self._keys.cookie(), scope["scheme"]))
            await send(message)

        await self.app(scope, receive, send_with_cookie)

    def _let_in(self, request: Request) -> bool:
        """Check a request, and tell whether the page's cookie is to be renewed.

        Raises:
            ProblemError: ``unauthorised``, ``forbidden-origin`` or ``too-many``.
        """
        path = request.url.path
        who, from_page = None, False
        if self._keys is not None and path.startswith(KEYED):
            who = self._keys.name(request)
            from_page = who is None and self._keys.from_page(request)
            if who is None and not (from_page or self._keys.from_listed_site(request)):
                self._count(request, None)
                raise ProblemError(
                    UNAUTHORISED,
                    UNAUTHORISED.advice,
                    headers={"WWW-Authenticate": 'Bearer realm="tienviitta"'},
                )
            request.state.facts["client"] = who or "page"
        if path.startswith("/mcp") and not self._may_speak(request):
            raise ProblemError(FORBIDDEN, FORBIDDEN.advice)
        self._count(request, who)
        return from_page

    def _may_speak(self, request: Request) -> bool:
        # The protocol asks servers to check it: a page elsewhere mustn't use what runs locally.
        origin = request.headers.get("origin")
        return is_own_origin(request) or "*" in self._origins or origin in self._origins

    def _count(self, request: Request, who: str | None) -> None:
        asks = request.method == "POST" and request.url.path == "/"
        if self._limit is not None and (asks or request.url.path.startswith(LIMITED)):
            self._limit.check(f"key:{who}" if who else f"address:{address_of(request)}")


def is_own_origin(request: Request) -> bool:
    """Tell whether a request comes from this server's own pages, or from no page at all."""
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


def address_of(request: Request) -> str:
    """Return a client's address; of IPv6 the network of its home, which one client has whole."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host


def _cookie(value: str, scheme: str) -> str:
    secure = "; Secure" if scheme == "https" else ""
    return (
        f"{COOKIE}={value}; Path=/v1; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Strict{secure}"
    )
