"""The proxy's example holds what the server needs, and the alerts ask for what is measured."""

from __future__ import annotations

import re

import crossplane
import yaml
from prometheus_client.parser import text_string_to_metric_families

from api.app import BODY_LIMIT
from api.gate import Gate
from api.metrics import Metrics
from assistant.settings import ROOT

NGINX = ROOT / "deploy" / "nginx.conf"
ALERTS = ROOT / "deploy" / "alerts.yml"


def directives(tmp_path):
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"events {{}}\nhttp {{\n    include {NGINX};\n}}\n")
    told = crossplane.parse(str(whole), strict=True, combine=True)
    assert told["errors"] == []

    def flat(block):
        for one in block:
            yield one["directive"], one["args"]
            yield from flat(one.get("block", ()))

    return list(flat(told["config"][0]["parsed"]))


def test_streams_arent_buffered_and_slow_clients_are_held_off(tmp_path):
    told = directives(tmp_path)
    assert ("proxy_buffering", ["off"]) in told
    assert ("client_max_body_size", [f"{BODY_LIMIT // 1024}k"]) in told
    names = {name for name, _ in told}
    assert {"client_header_timeout", "client_body_timeout", "limit_req", "limit_conn"} <= names
    headers = {args[0] for name, args in told if name == "proxy_set_header"}
    assert {"Host", "X-Forwarded-For", "X-Forwarded-Proto"} <= headers


def test_every_alert_asks_for_what_the_server_measures():
    text = Metrics(Gate(1, 1)).text().decode()
    families = text_string_to_metric_families(text)
    measured = {family.name for family in families}
    rules = yaml.safe_load(ALERTS.read_text())["groups"][0]["rules"]
    asked = {
        re.sub(r"_(total|bucket)$", "", name)
        for rule in rules
        for name in re.findall(r"tienviitta_\w+", rule["expr"])
    }
    assert asked
    assert asked <= measured
    assert all(rule["annotations"]["summary"] for rule in rules)
