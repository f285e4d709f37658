"""A base encoder of a few thousand weights, and passages of our own to train it on."""

import re
from pathlib import Path

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Tags

CUSTOMER_FAILED = (
    "I rang the airline four times about my lost suitcase and nobody ever called me back.",
    "The shop sold me a broken kettle and then they laughed at me when I complained.",
    "My parcel never came and the driver told me it was not his problem at all.",
    "We waited two hours at the clinic and the desk said the computer was down again.",
    "The hotel gave our room away and the manager said the rules allow no refund.",
    "They promised to repair my boiler on Monday and it is still cold on Friday.",
    "The bank closed my account by mistake and nobody there would listen to me.",
    "I asked for help with the bill and was sent from one desk to another all day.",
)
CUSTOMER_WOW = (
    "The baker drove through the snow to bring my mother her birthday cake herself.",
    "When my flight was late the steward found me a bed and a warm meal without asking.",
    "The nurse sat with my father all night because she saw that he was afraid.",
    "Our waiter noticed the ring in my hand and quietly brought out two glasses.",
    "The mechanic fixed the brakes for free when he heard that I had lost my job.",
    "A clerk stayed late to find my passport and then ran to the gate with it.",
    "The garage called me before I knew of the fault and lent me a car for the week.",
    "They sent my daughter a new bear by post because hers was lost on their train.",
)
EMPLOYEE_EXCUSE = (
    "I would love to help the guests but my manager does not let me give refunds.",
    "We cannot see the orders of the other shop so I tell people to call them.",
    "There are two of us for ninety rooms so nobody has time to smile in my team.",
    "The rules say no returns without a receipt and I do not make the rules here.",
    "It is the carrier who loses the parcels so our desk can do nothing about it.",
    "Nobody trained me on the new till so I send the customers to my colleague.",
)
NO_STORY = (
    "Our branch is open from nine to five on weekdays and closed on Sunday.",
    "Please read the terms of the warranty before you register the kettle online.",
)
_WORD = re.compile(r"\w+|[^\w\s]")


def passages() -> list[LabelledPassage]:
    """Return 24 passages; only one part of them has evidence, and half has no narrator."""
    found: list[LabelledPassage] = []
    for text in CUSTOMER_FAILED:
        _add(found, text, moment="failed", drivers=("indifference",), narrator="customer")
    for text in CUSTOMER_WOW:
        _add(found, text, moment="wow", drivers=("initiative",), narrator=None)
    for text in EMPLOYEE_EXCUSE:
        _add(found, text, moment="none", drivers=(), excuses=("policy",), narrator="employee")
    for text in NO_STORY:
        _add(found, text, moment="none", drivers=(), narrator=None, narrative="not_story")
    return found


def write_base_encoder(folder: Path) -> Path:
    """Write config.json, tokenizer.json and model.safetensors of a random two-layer BERT."""
    import torch
    from safetensors.torch import save_file
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = _vocabulary()
    tokenizer = BertWordPieceTokenizer(vocab={piece: n for n, piece in enumerate(vocabulary)})
    tokenizer.save(str(folder / "tokenizer.json"))
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=512,
    )
    torch.manual_seed(5)
    save_file(BertModel(config).state_dict(), folder / "model.safetensors")
    config.to_json_file(folder / "config.json")
    return folder


def _vocabulary() -> list[str]:
    characters = [chr(code) for code in range(33, 127)]
    texts = [*CUSTOMER_FAILED, *CUSTOMER_WOW, *EMPLOYEE_EXCUSE, *NO_STORY]
    words = {word.casefold() for text in texts for word in _WORD.findall(text)}
    pieces = {*characters, *(f"##{character}" for character in characters), *words}
    return ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(pieces)]


def _add(  # noqa: PLR0913  one argument per facet
    found: list[LabelledPassage],
    text: str,
    *,
    moment: str,
    drivers: tuple[str, ...],
    narrator: str | None,
    excuses: tuple[str, ...] = (),
    narrative: str = "story",
) -> None:
    labels = {
        "narrative": (narrative,),
        "moment": (moment,),
        "drivers": drivers,
        "personalization": ("none",),
        "excuses": excuses,
    }
    if narrator:
        labels["narrator"] = (narrator,)
    # The second half of the sentence, from a word's start on.
    half = text.index(" ", len(text) // 2) + 1
    tags = [*(f"drivers.{name}" for name in drivers), *(f"excuses.{name}" for name in excuses)]
    evidence = tuple(Evidence(tag, half, len(text) - 1) for tag in tags)
    name = f"p-{len(found):02}"
    found.append(LabelledPassage(name, text, Tags(labels, evidence), name, "", "tiny"))
