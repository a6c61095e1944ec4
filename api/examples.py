"""What each address answers, as an example for the description of the API."""

from __future__ import annotations

from typing import Any

QUOTE = "Ylivieska-Kalajoki-Nivala-työllisyysalue auttaa alueensa työnhakijoita."
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AREA = "ylivieska-kalajoki-nivala-tyollisyysalue"
NAME = "Ylivieska-Kalajoki-Nivala-työllisyysalue"
CORPUS = "pohjois-pohjanmaa"
CARD: dict[str, Any] = {
    "id": AREA,
    "name": NAME,
    "kind": "employment_area",
    "providers": ["Ylivieskan kaupunki"],
    "municipalities": ["Kalajoki", "Ylivieska"],
    "target_groups": ["työttömät"],
    "topics": ["työnhaku"],
    "valid_from": "2025-01-01",
    "valid_to": None,
    "status": "active",
    "status_text": "Käynnissä",
    "why": ["Kalajoki", "työnhaku"],
    "channels": {"url": "https://tyomarkkinatori.fi"},
    "citations": [1],
    "description": QUOTE,
    "area": "subregion",
    "languages": ["fi"],
    "cost": "maksuton",
    "funders": [],
    "corpus": CORPUS,
}
ANSWER: dict[str, Any] = {
    "id": "0c5f1d1f8f0c4a0d9b6a3f4f5f0c1b2a",
    "outcome": "answered",
    "language": "fi",
    "text": f"Kalajoella sinua voi auttaa:\n\n- {QUOTE} [1]",
    "citations": [
        {
            "n": 1,
            "source_id": f"services/{AREA}",
            "title": NAME,
            "locator": NAME,
            "quote": QUOTE,
            "start": 2654,
            "end": 2654 + len(QUOTE),
            "sha256": SHA256,
            "url": None,
            "checked_on": "2026-11-24",
            "basis": [{"url": "https://sievi.fi/ajankohtaista", "seen_on": "2026-11-24"}],
            "language": "fi",
            "corpus": CORPUS,
        }
    ],
    "services": [CARD],
    "notices": [],
    "follow_ups": ["Miten ilmoittaudun työnhakijaksi?"],
    "question": {
        "standalone": "Mistä Kalajoella saa ohjausta työnhakuun?",
        "municipalities": ["Kalajoki"],
        "target_groups": [],
        "topics": ["työnhaku"],
        "kind": "service",
    },
    "timings_ms": {"understand": 1.2, "retrieve": 18.0, "compose": 1.4, "total": 20.6},
}
_PASSAGE = {
    "id": f"services/{AREA}:a264c44408a7",
    "source_id": f"services/{AREA}",
    "title": NAME,
    "locator": NAME,
    "kind": "service",
    "theme": None,
    "text": QUOTE,
    "start": 2654,
    "end": 2654 + len(QUOTE),
    "sha256": SHA256,
    "language": "fi",
    "corpus": CORPUS,
}
_HIT = {
    "rank": 1,
    "score": 9.18,
    "service_id": AREA,
    "name": NAME,
    "status": "active",
    "level": "subregion",
    "why": ["Kalajoki", "työnhaku"],
    "evidence": {"dense": 0.56, "lexical": 0.54, "place": 0.8, "topic": 1.0},
    "rejected": None,
    "passages": [_PASSAGE],
}
_ELSEWHERE = {
    **_HIT,
    "score": 4.99,
    "service_id": "work-force",
    "name": "Work force",
    "status": "ended",
    "level": None,
    "why": ["työnhaku"],
    "evidence": {"dense": 0.29, "elsewhere": -1.0, "ended": -1.0},
    "rejected": "elsewhere",
    "passages": [],
}
SEARCH: dict[str, Any] = {
    "generation": "20261124T080526Z-278490",
    "as_of": "2026-11-24",
    "question": {**ANSWER["question"], "language": "fi"},
    "signals": {"known": 1.0, "nearest": 0.87},
    "total": 125,
    "total_rejected": 32,
    "hits": [_HIT],
    "rejected": [_ELSEWHERE],
}
del SEARCH["question"]["kind"]
_HEAD: dict[str, Any] = {
    "id": f"services/{AREA}",
    "title": NAME,
    "sha256": SHA256,
    "language": "fi",
    "publisher": None,
    "version": None,
    "checked_on": "2026-11-24",
    "licence": None,
    "url": None,
    "corpus": CORPUS,
    "characters": len(QUOTE),
}
_MODEL = {"id": "tienviitta", "object": "model", "created": 1795500000, "owned_by": "tienviitta"}
_COMPLETION = {
    "id": f"chatcmpl-{ANSWER['id']}",
    "object": "chat.completion",
    "created": 1795500000,
    "model": "tienviitta",
    "system_fingerprint": SEARCH["generation"],
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": f"{ANSWER['text']}\n\nLähteet:\n- [1] {NAME}. ”{QUOTE}” https://…",
                "refusal": None,
                "annotations": [],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 6, "completion_tokens": 42, "total_tokens": 48},
    "tienviitta": ANSWER,
}
EXAMPLES: dict[tuple[str, str], Any] = {
    ("post", "/v1/chat"): ANSWER,
    ("post", "/v1/search"): SEARCH,
    ("get", "/v1/search"): SEARCH,
    ("get", "/v1/services"): {
        "total": 1,
        "limit": 20,
        "offset": 0,
        "as_of": "2026-11-24",
        "items": [CARD],
    },
    ("get", "/v1/services/{service_id}"): {
        "as_of": "2026-11-24",
        "service": CARD,
        "record": {
            "source_id": f"services/{AREA}",
            "aliases": [],
            "periods": [],
            "state": None,
            "statements": [{"text": QUOTE, "start": 2654, "end": 2725, "basis": []}],
            "entries": [],
            "next_ids": [],
            "confidence": "high",
            "checked_on": "2026-11-24",
        },
    },
    ("get", "/v1/sources"): {
        "total": 1,
        "items": [_HEAD],
        "corpora": [
            {
                "id": CORPUS,
                "title": "Pohjois-Pohjanmaan elinikäinen ohjaus",
                "priority": 100,
                "language": "fi",
                "licence": "julkinen asiakirja ja EUPL-1.2",
                "date": "2026-11",
                "main": True,
            }
        ],
    },
    ("get", "/v1/sources/{source_id}"): {**_HEAD, "text": QUOTE},
    ("post", "/v1/feedback"): {"id": "h3J5fKc0S2mQvV7bq1xZtA", "kept_until": "2027-05-23"},
    ("post", "/v1/chat/completions"): _COMPLETION,
    ("get", "/v1/models"): {"object": "list", "data": [_MODEL]},
    ("get", "/v1/models/{model}"): _MODEL,
    ("get", "/healthz"): {"status": "ok"},
    ("get", "/readyz"): {
        "status": "ready",
        "generation": SEARCH["generation"],
        "passages": 368,
    },
}
"""By method and path: what is answered when all is well, as JSON."""
PARAMETERS: dict[str, Any] = {
    "service_id": AREA,
    "source_id": f"services/{AREA}",
    "model": "tienviitta",
    "feedback_id": "h3J5fKc0S2mQvV7bq1xZtA",
    "municipality": "Kalajoki",
    "as_of": "2026-11-24",
    "corpora": [CORPUS],
}
"""By name: what a parameter may be."""
