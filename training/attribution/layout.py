"""Lay a quantized network out for speed: one attention operator a layer in place of the dozen that torch writes.

    python -m attribution.layout src/sayso/packs/en --name en-4

does so to a pack that lies there, same weights, and prints the checksum to pin. ``attribution.export`` does it to each
network that it writes. onnxruntime joins such nodes by itself only where they have the form of the networks that it was
shown; ours it leaves apart, and a quarter of its time went there.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper

from sayso.reading.pack import LIST, NETWORK

HEADS = 12  # of each layer
# As torch names them: what leaves the layer that makes queries, keys and values, and the mixed values.
PROJECTED, MIXED = "/encoder/layers.{}/qkv/Add_output_0", "/encoder/layers.{}/Reshape_1_output_0"


def join_attention(network: ModelProto, heads: int) -> ModelProto:
    """Give the network with each layer's attention as one operator, for batches without padding.

    Without a mask onnxruntime goes through keys and values block by block and never writes all scores out.
    Raises ValueError where the network has no attention in the form that ``attribution.model`` exports.
    """
    made = {name for node in network.graph.node for name in node.output}
    layers = list(_count_layers(made))
    if not layers:
        message = f"no layer's attention found: no node gives {PROJECTED.format(0)} and {MIXED.format(0)}"
        raise ValueError(message)
    width = _width(network, layers[0])
    joined = {MIXED.format(layer): _attend(layer, heads, width // heads) for layer in layers}
    nodes = [one for node in network.graph.node for one in joined.get(node.output[0], [node])]
    result = ModelProto()
    result.CopyFrom(network)
    graph = result.graph
    graph.initializer.append(numpy_helper.from_array(np.array([width] * 3, dtype=np.int64), "widths"))
    kept = list(_drop_unused(nodes, {output.name for output in graph.output}))
    used = {name for node in kept for name in node.input}
    tensors = [tensor for tensor in graph.initializer if tensor.name in used]
    for field, values in ((graph.node, kept), (graph.initializer, tensors), (graph.value_info, [])):
        del field[:]
        field.extend(values)
    return result


def _count_layers(made: set[str]) -> Iterator[int]:
    layer = 0
    while PROJECTED.format(layer) in made and MIXED.format(layer) in made:
        yield layer
        layer += 1


def _width(network: ModelProto, layer: int) -> int:
    """Give the width of a layer, from the bias that is added to its queries, keys and values."""
    adding = next(node for node in network.graph.node if node.output[0] == PROJECTED.format(layer))
    sizes = [tensor.dims[0] for tensor in network.graph.initializer if tensor.name in adding.input]
    return int(sizes[0]) // 3


def _attend(layer: int, heads: int, depth: int) -> list[NodeProto]:
    """Give the nodes of one layer's attention, from its projected vectors to its mixed values."""
    parts = [f"/encoder/layers.{layer}/{part}" for part in ("query", "key", "value")]
    return [
        helper.make_node("Split", [PROJECTED.format(layer), "widths"], parts, axis=2),
        helper.make_node(
            "MultiHeadAttention",
            parts,
            [MIXED.format(layer)],
            domain="com.microsoft",
            num_heads=heads,
            scale=depth**-0.5,
        ),
    ]


def _drop_unused(nodes: Iterable[NodeProto], wanted: set[str]) -> Iterator[NodeProto]:
    """Give the nodes that the outputs in ``wanted`` need, in their order."""
    kept = []
    for node in reversed(list(nodes)):
        if wanted.intersection(node.output):
            wanted = wanted.union(node.input)
            kept.append(node)
    return reversed(kept)


def main() -> None:
    """Lay the network of a pack out anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path, help="folder of the pack")
    parser.add_argument("--name", required=True, help="its new name and number")
    options = parser.parse_args()
    path = options.pack / NETWORK
    path.write_bytes(join_attention(onnx.load_from_string(path.read_bytes()), HEADS).SerializeToString())
    listing = json.loads((options.pack / LIST).read_text(encoding="utf-8"))
    listing["name"] = options.name
    listing["files"][NETWORK] = hashlib.sha256(path.read_bytes()).hexdigest()
    (options.pack / LIST).write_text(json.dumps(listing, indent=2) + "\n", encoding="utf-8")
    digest = hashlib.sha256((options.pack / LIST).read_bytes()).hexdigest()
    print(f"{options.pack}: pin {digest} in sayso/reading/pack.py")


if __name__ == "__main__":
    main()
