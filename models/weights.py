"""Weights of a network to and from safetensors: fp16 on disk, the fastest fit type in memory."""

from pathlib import Path

import torch
from torch import nn

from corpora.errors import CheckpointError


def save_weights(network: nn.Module, path: Path) -> None:
    """Write the floating-point weights as fp16."""
    from safetensors.torch import save_file

    save_file(
        {
            name: tensor.detach().to(torch.float16).contiguous()
            for name, tensor in network.state_dict().items()
            if tensor.is_floating_point()
        },
        path,
    )


def load_weights(network: nn.Module, path: Path, dtype: torch.dtype | None = None) -> None:
    """Fill a network that was made on the meta device.

    Without `dtype`, in bf16 where the processor computes in it, else in fp32.

    Raises CheckpointError when the weights are not of this network.
    """
    from safetensors.torch import load_file

    dtype = dtype or (torch.bfloat16 if computes_in_bf16() else torch.float32)
    weights = {name: tensor.to(dtype) for name, tensor in load_file(path).items()}
    folder = path.parent
    try:
        missing, unknown = network.load_state_dict(weights, strict=False, assign=True)
    except RuntimeError as error:  # torch's word for tensors of another shape
        raise CheckpointError(f"{folder}: weights do not fit model.json in shape") from error
    if missing or unknown:
        raise CheckpointError(f"{folder}: weights do not fit model.json ({len(missing)} missing)")
    _fill_buffers(network)


def computes_in_bf16() -> bool:
    """Whether bf16 products run in hardware here; elsewhere bf16 is slower than fp32."""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def _fill_buffers(network: nn.Module) -> None:
    """Give the encoder's index buffers, which no checkpoint stores, their values."""
    for module in network.modules():
        for name, buffer in module.named_buffers(recurse=False):
            if buffer.is_meta:
                ramp = torch.arange(buffer.shape[-1]) if name == "position_ids" else torch.zeros(1)
                filled = ramp.to(buffer.dtype).expand(buffer.shape).clone()
                module.register_buffer(name, filled, persistent=False)
