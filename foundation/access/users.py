"""Who may sign in: `<home>/users.toml`, and a sign-in that is slow to guess at.

    [[users]]
    name = "张三"            # 模拟数据
    role = "city"            # office 办公室, leader 领导, city 市州
    unit = "420100"          # role city only: GB/T 2260 number or the city's name
    hash = "scrypt$32768$8$1$…$…"

Without the file the viewer is 办公室, on loopback alone.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from foundation.access import audit, passwords
from foundation.access.throttle import Throttle
from foundation.access.viewer import Role, Viewer
from foundation.locales import Text, text
from foundation.reference.places import resolve_city
from foundation.warehouse.home import Home

_ROLES: dict[str, Role] = {
    "office": "office",
    "办公室": "office",
    "leader": "leader",
    "领导": "leader",
    "city": "city",
    "市州": "city",
}

#: One per process: guesses against any name of any home count together.
throttle = Throttle()


class UsersFileError(Exception):
    """users.toml cannot be used; `reason` says where and why. Nobody can sign in until it is mended."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class User:
    viewer: Viewer
    hash: str


@dataclass(frozen=True)
class SignIn:
    """The outcome: a viewer, or None; wait_seconds > 0 where the attempt was not even looked at."""

    viewer: Viewer | None
    wait_seconds: int = 0


def is_configured(home: Home) -> bool:
    """Whether people have to sign in here."""
    return home.users.exists()


def load(home: Home) -> dict[str, User]:
    """All users by name. Raises UsersFileError for a file that is wrong anywhere."""
    try:
        entries = tomllib.loads(home.users.read_text(encoding="utf-8")).get("users", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsersFileError(text("access.users_unreadable").format(why=error)) from error
    if not isinstance(entries, list) or not entries:
        raise UsersFileError(text("access.users_empty"))
    users = [_user(entry, position) for position, entry in enumerate(entries, 1)]
    if len({u.viewer.name for u in users}) < len(users):
        raise UsersFileError(text("access.users_twice"))
    return {u.viewer.name: u for u in users}


def _user(entry: Any, position: int) -> User:
    try:
        role = _ROLES[entry["role"]]
        unit = resolve_city(str(entry["unit"])) if role == "city" else None
        passwords.parse(entry["hash"])
        return User(viewer=Viewer(name=str(entry["name"]), role=role, unit=unit), hash=entry["hash"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsersFileError(text("access.users_entry").format(position=position)) from error


@cache
def _nobody() -> str:
    """A hash that no password fits: an unknown name takes as long as a wrong password."""
    return passwords.hash_line("")


def verify(home: Home, name: str, password: str) -> Viewer | None:
    """The viewer whose name and password these are."""
    user = load(home).get(name)
    is_right = passwords.verify(password, user.hash if user else _nobody())
    return user.viewer if user and is_right and password else None


def sign_in(home: Home, name: str, password: str) -> SignIn:
    """One attempt from the form: throttled, and written to the audit either way."""
    if wait := throttle.wait_seconds(name):
        return SignIn(viewer=None, wait_seconds=wait)
    viewer = verify(home, name, password)
    throttle.note(name, is_success=viewer is not None)
    if viewer is None:
        # What was typed may be a password in the wrong field: only a known name is kept.
        known = name if name in load(home) else "?"
        audit.record(home, Viewer(name=known, role="office"), "sign_in_refused", {})
        return SignIn(viewer=None)
    audit.record(home, viewer, "sign_in", {})
    return SignIn(viewer=viewer)
