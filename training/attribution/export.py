"""Turn trained weights into a pack: int8 network, tokenizer, decoding parameters, card, checksums.

    python -m attribution.export build/attribution/mean-0.safetensors --name en-4 --out ../src/sayso/packs/en

The network is written as ONNX opset 17 with int8 weights (one scale per output channel), activations quantized as they
come and each layer's attention as one operator, the form that onnxruntime runs fastest on a CPU.
"""

import argparse
import copy
import hashlib
import json
import tempfile
from pathlib import Path

import attrs
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from attribution.layout import HEADS, join_attention
from attribution.measure import link_parameters
from attribution.model import TRAIT_WIDTH, TRAITS, AttributionModel, Encoder
from sayso.reading.pack import LIST, NETWORK, PACK_FORMAT, PARAMETERS, TOKENIZER

# Taken from the score of "names no place": one that is missed is lost, one too many is left out where nothing bears the
# name. Tried on dev: 0, .4, .8 and 1.2; with 1.2 names of persons and bodies came to be taken for places.
PLACE_LEAN = 0.8


class RoundedTable(nn.Module):
    """An embedding whose rows are int8, each with its own scale: one scale for the whole table costs half a point."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        """Give the rows of pieces as floats."""
        return self.rows[pieces].float() * self.scale[pieces]


class Features(nn.Module):
    """The part of the model that the pack holds: pieces (batch, pieces) to features (batch, pieces, features)."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = copy.deepcopy(model)
        self.model.encoder.words = RoundedTable(model.encoder.words)

    def forward(self, pieces: Tensor) -> Tensor:
        """Give the features of a batch; piece 0 is padding."""
        return self.model.features(pieces)


def write_network(model: AttributionModel, path: Path) -> None:
    """Write the network as int8 ONNX."""
    example = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, rounded = (Path(folder) / f"{step}.onnx" for step in ("plain", "prepared", "rounded"))
        torch.onnx.export(
            Features(model).eval(),
            (example,),
            plain,
            input_names=["pieces"],
            output_names=["features"],
            dynamic_axes={"pieces": {0: "batch", 1: "pieces"}, "features": {0: "batch", 1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            rounded,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )
        onnx.save(join_attention(onnx.load(rounded), HEADS), path)


def lean_to_places(model: AttributionModel) -> None:
    """Let the network sooner name a place than leave one out."""
    before = sum(values for name, values in TRAITS[: [name for name, _ in TRAITS].index("place")])
    model.head.bias.data[len(model.head.bias) - TRAIT_WIDTH + before] -= PLACE_LEAN


def load_model(path: Path) -> AttributionModel:
    """Give a trained network, as many layers and pieces as its weights have."""
    state = load_file(path)
    layers = {name.split(".")[2] for name in state if name.startswith("encoder.layers.")}
    model = AttributionModel(Encoder(pieces=len(state["encoder.words.weight"]), layers=len(layers)))
    model.load_state_dict(state)
    return model


def write_pack(options: argparse.Namespace) -> None:
    """Write every file of the pack, and the list with their checksums."""
    model = load_model(options.weights)
    lean_to_places(model)
    options.out.mkdir(parents=True, exist_ok=True)
    write_network(model, options.out / NETWORK)
    parameters = attrs.asdict(link_parameters(model))
    save_file({name: torch.tensor(values) for name, values in parameters.items()}, options.out / PARAMETERS)
    (options.out / TOKENIZER).write_bytes((options.weights.parent / TOKENIZER).read_bytes())
    files = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in (NETWORK, TOKENIZER, PARAMETERS)
    }
    listing = json.dumps(
        {"format": PACK_FORMAT, "name": options.name, "languages": options.languages, "files": files}, indent=2
    )
    (options.out / LIST).write_text(listing + "\n", encoding="utf-8")
    digest = hashlib.sha256((options.out / LIST).read_bytes()).hexdigest()
    print(f"{options.out}: pin {digest} in sayso/reading/pack.py")


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="trained weights, safetensors")
    parser.add_argument("--name", required=True, help="name and number of the pack")
    parser.add_argument("--languages", nargs="+", default=["en"], help="codes of the languages it reads")
    parser.add_argument("--out", type=Path, required=True)
    write_pack(parser.parse_args())


if __name__ == "__main__":
    main()
