"""Passwords as scrypt lines: `scrypt$n$r$p$salt$key`, salt and key in base64 (RFC 7914)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass

_N, _R, _P = 2**15, 8, 1  # about 0.1 s and 32 MB
_KEY_BYTES = 32
#: Two at a time, so that a storm of sign-ins cannot take all the memory.
_turn = threading.BoundedSemaphore(2)


class HashLineError(ValueError):
    """The line is no scrypt hash that this program would write."""


@dataclass(frozen=True)
class Stored:
    """One scrypt line, taken apart."""

    n: int
    r: int
    p: int
    salt: bytes
    key: bytes

    def __post_init__(self) -> None:
        is_cost_sound = 2**14 <= self.n <= 2**19 and not self.n & (self.n - 1)
        if not (is_cost_sound and 1 <= self.r <= 8 and 1 <= self.p <= 4):
            raise HashLineError("costs")
        if len(self.salt) < 8 or len(self.key) < 16:
            raise HashLineError("too short")


def hash_line(password: str) -> str:
    """The line to put into users.toml for a password."""
    blank = Stored(n=_N, r=_R, p=_P, salt=secrets.token_bytes(16), key=bytes(_KEY_BYTES))
    costs = [str(_N), str(_R), str(_P)]
    return "$".join(["scrypt", *costs, _text(blank.salt), _text(_derive(password, blank))])


def parse(line: str) -> Stored:
    """A line taken apart. Raises HashLineError; weak settings and those beyond 512 MB are refused."""
    try:
        kind, n, r, p, salt, key = line.split("$")
        stored = Stored(int(n), int(r), int(p), base64.b64decode(salt), base64.b64decode(key))
    except ValueError as error:
        raise HashLineError("not scrypt$n$r$p$salt$key") from error
    if kind != "scrypt":
        raise HashLineError(kind)
    return stored


def verify(password: str, line: str) -> bool:
    """Whether the password fits; takes as long whether or not it does."""
    stored = parse(line)
    return hmac.compare_digest(_derive(password, stored), stored.key)


def _derive(password: str, like: Stored) -> bytes:
    with _turn:
        return hashlib.scrypt(
            password.encode("utf-8"),
            salt=like.salt,
            n=like.n,
            r=like.r,
            p=like.p,
            dklen=len(like.key),
            maxmem=256 * like.n * like.r,
        )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
