"""Attention as one operator gives what it gave as many."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from attribution import layout
from attribution.layout import MIXED, PROJECTED, join_attention
from sayso.reading.pack import LIST, NETWORK

HEADS, DEPTH, LAYERS, PIECES = 2, 4, 2, 7
WIDTH = HEADS * DEPTH


def attention(layer: int, came: str) -> list[NodeProto]:
    """Give a layer that mixes what ``came``, written out as torch writes it."""
    projected, mixed = PROJECTED.format(layer), MIXED.format(layer)
    made = [
        helper.make_node("MatMul", [came, f"weight{layer}"], [f"product{layer}"]),
        helper.make_node("Add", [f"bias{layer}", f"product{layer}"], [projected]),
        helper.make_node("Reshape", [projected, "by_head"], [f"heads{layer}"]),
        helper.make_node("Transpose", [f"heads{layer}"], [f"turned{layer}"], perm=[2, 0, 3, 1, 4]),
    ]
    for place, part in enumerate(("q", "k", "v")):
        made.append(helper.make_node("Gather", [f"turned{layer}", f"at{place}"], [f"{part}{layer}"], axis=0))
    made += [
        helper.make_node("Transpose", [f"k{layer}"], [f"keys{layer}"], perm=[0, 1, 3, 2]),
        helper.make_node("MatMul", [f"q{layer}", f"keys{layer}"], [f"raw{layer}"]),
        helper.make_node("Mul", [f"raw{layer}", "scale"], [f"scores{layer}"]),
        helper.make_node("Add", [f"scores{layer}", "mask"], [f"masked{layer}"]),
        helper.make_node("Softmax", [f"masked{layer}"], [f"shares{layer}"], axis=3),
        helper.make_node("MatMul", [f"shares{layer}", f"v{layer}"], [f"mixes{layer}"]),
        helper.make_node("Transpose", [f"mixes{layer}"], [f"back{layer}"], perm=[0, 2, 1, 3]),
        helper.make_node("Reshape", [f"back{layer}", "whole"], [mixed]),
    ]
    return made


def network(layers: int = LAYERS) -> ModelProto:
    """Give a network of a table and some layers of attention; piece 0 is padding."""
    rng = np.random.default_rng(1)
    tensors = {
        "table": rng.normal(size=(PIECES, WIDTH)).astype(np.float32),
        "zero": np.array(0, dtype=np.int64),
        "away": np.array(-1e4, dtype=np.float32),
        "axes": np.array([1, 2], dtype=np.int64),
        "by_head": np.array([0, -1, 3, HEADS, DEPTH], dtype=np.int64),
        "whole": np.array([0, -1, WIDTH], dtype=np.int64),
        "scale": np.array(DEPTH**-0.5, dtype=np.float32),
    }
    tensors |= {f"at{place}": np.array(place, dtype=np.int64) for place in range(3)}
    for layer in range(LAYERS):
        tensors[f"weight{layer}"] = rng.normal(size=(WIDTH, 3 * WIDTH)).astype(np.float32)
        tensors[f"bias{layer}"] = rng.normal(size=3 * WIDTH).astype(np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "pieces"], ["vectors"]),
        helper.make_node("Equal", ["pieces", "zero"], ["empty"]),
        helper.make_node("Cast", ["empty"], ["empties"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["empties", "axes"], ["spread"]),
        helper.make_node("Mul", ["spread", "away"], ["mask"]),
    ]
    came = "vectors"
    for layer in range(layers):
        nodes += attention(layer, came)
        came = MIXED.format(layer)
    nodes.append(helper.make_node("Identity", [came], ["features"]))
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "pieces"])],
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "pieces", WIDTH])],
        [numpy_helper.from_array(values, name) for name, values in tensors.items()],
    )
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=imports, ir_version=9)


def run(model: ModelProto, pieces: list[list[int]]) -> np.ndarray:
    """Give the features of a batch."""
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"pieces": np.array(pieces, dtype=np.int64)})[0]


def test_joined_attention_gives_the_same_features() -> None:
    pieces = [[1, 2, 3, 4, 5], [6, 2, 1, 3, 3]]
    assert np.allclose(run(network(), pieces), run(join_attention(network(), HEADS), pieces), atol=1e-5)


def test_what_nothing_needs_any_more_is_left_out() -> None:
    kinds = [node.op_type for node in join_attention(network(), HEADS).graph.node]
    assert kinds.count("MultiHeadAttention") == LAYERS
    assert not {"Softmax", "Transpose", "Unsqueeze", "Equal"} & set(kinds)


def test_the_network_given_stays_as_it_is() -> None:
    given = network()
    before = given.SerializeToString()
    join_attention(given, HEADS)
    assert given.SerializeToString() == before


def test_a_network_without_attention_is_named() -> None:
    with pytest.raises(ValueError, match="no layer's attention"):
        join_attention(network(layers=0), HEADS)


def test_a_pack_is_laid_out_anew_and_its_list_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / NETWORK).write_bytes(network().SerializeToString())
    (tmp_path / LIST).write_text(json.dumps({"name": "old-1", "files": {NETWORK: "old"}}), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["layout", str(tmp_path), "--name", "new-2"])
    monkeypatch.setattr(layout, "HEADS", HEADS)
    layout.main()
    listing = json.loads((tmp_path / LIST).read_text(encoding="utf-8"))
    assert listing["name"] == "new-2"
    assert listing["files"][NETWORK] != "old"
    assert "MultiHeadAttention" in {node.op_type for node in onnx.load(tmp_path / NETWORK).graph.node}
    assert "pin" in capsys.readouterr().out
