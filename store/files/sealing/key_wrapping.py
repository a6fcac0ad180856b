"""The data key as a secret opens it: Argon2id for a passphrase, HKDF for the recovery key."""

from __future__ import annotations

import os

import msgspec

from store.files.envelope import FORMAT, Header
from store.files.sealing.cipher import KEY_BYTES, NONCE_BYTES

MOST_PASSES, MOST_KIB, MOST_LANES = 8, 256 * 1024, 16
"""A key file that asks for more than this is not ours: it would only stop the machine."""


class Cost(msgspec.Struct, frozen=True):
    """What one try of a passphrase costs: Argon2id's passes, memory in KiB, and lanes."""

    passes: int = 3
    kib: int = 64 * 1024
    lanes: int = 4


class Wrap(msgspec.Struct, frozen=True):
    """The data key as one secret opens it. Without a cost the secret is random and needs no stretching."""

    by: str
    salt: bytes
    key: bytes
    cost: Cost | None = None


def wrapped(data_key: bytes, header: Header, secret: bytes, wrap: Wrap) -> Wrap:
    """Return the wrap with the data key in it."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = os.urandom(NONCE_BYTES)
    sealed = ChaCha20Poly1305(_stretched(secret, wrap)).encrypt(nonce, data_key, _bound_to(header, wrap))
    return msgspec.structs.replace(wrap, key=nonce + sealed)


def unwrapped(wrap: Wrap, header: Header, secret: bytes) -> bytes | None:
    """Return the data key in a wrap; None when this is not the secret."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce, sealed = wrap.key[:NONCE_BYTES], wrap.key[NONCE_BYTES:]
    try:
        return ChaCha20Poly1305(_stretched(secret, wrap)).decrypt(nonce, sealed, _bound_to(header, wrap))
    except InvalidTag:
        return None


def _stretched(secret: bytes, wrap: Wrap) -> bytes:
    """The key that a secret stands for."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if wrap.cost is None:
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=wrap.salt, info=b"startgesprek").derive(secret)
    cost = wrap.cost
    return Argon2id(
        salt=wrap.salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.kib,
    ).derive(secret)


def _bound_to(header: Header, wrap: Wrap) -> bytes:
    return msgspec.json.encode([FORMAT, header.kind, header.file, wrap.by, wrap.cost])


def is_sane(wrap: Wrap) -> bool:
    """Return whether a wrap can be one of ours at all."""
    cost, long_enough = wrap.cost, len(wrap.salt) >= 8 and len(wrap.key) > NONCE_BYTES
    return long_enough and (
        cost is None
        or (
            1 <= cost.passes <= MOST_PASSES
            and 1 <= cost.lanes <= MOST_LANES
            and 8 * cost.lanes <= cost.kib <= MOST_KIB
        )
    )
