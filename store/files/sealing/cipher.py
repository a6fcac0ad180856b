"""Seal with a data key: what is on the disk can't be read, swapped or changed unnoticed."""

from __future__ import annotations

import hmac
import os

import msgspec

from store.files.envelope import Header

ALGORITHM = "chacha20-poly1305"
KEY_BYTES = 32
NONCE_BYTES = 12


class Sealed:
    """ChaCha20-Poly1305 with a fresh nonce for every seal, bound to the whole header it stands under.

    The day or year is in the header, so a file of Tuesday is no file of Wednesday, and a draft is no day.
    """

    def __init__(self, key: bytes, key_id: str) -> None:
        """`key` has 32 bytes; `key_id` stands in every header, so that a file of another key shows."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self._key = key
        self._key_id = key_id
        self._cipher = ChaCha20Poly1305(key)
        self._name = f"{ALGORITHM}:{key_id}"

    @property
    def name(self) -> str:
        """The algorithm and the key's id, never the key."""
        return self._name

    @property
    def key(self) -> bytes:
        """The data key, for wrapping it again."""
        return self._key

    @property
    def key_id(self) -> str:
        """The id of the data key, which is that of its key file."""
        return self._key_id

    def key_for(self, purpose: str) -> bytes:
        """Return a key of its own for another purpose than sealing, made of the data key."""
        return hmac.digest(self._key, f"startgesprek {purpose}".encode(), "sha256")

    def seal(self, payload: bytes, header: Header) -> bytes:
        """Return nonce and ciphertext."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, payload, self._bound_to(header))

    def unseal(self, stored: bytes | memoryview, header: Header) -> bytes:
        """Return the payload. Raises ValueError when it was not sealed with this key under this header."""
        from cryptography.exceptions import InvalidTag

        try:
            nonce, rest = stored[:NONCE_BYTES], stored[NONCE_BYTES:]
            return self._cipher.decrypt(nonce, rest, self._bound_to(header))
        except InvalidTag:
            raise ValueError("not what was sealed here") from None

    def _bound_to(self, header: Header) -> bytes:
        return msgspec.json.encode(
            [header.format, self._name, header.kind, header.of, header.file, header.generation]
        )
