"""`liaison doctor`: is everything in place, and if not, what to do."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from service.cli.options import AddressOption, HomeOption, JsonOption
from service.cli.session import DONE, REFUSED, find_home, print_json, word

if TYPE_CHECKING:
    from foundation.warehouse.home import Home

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """One check. is_ok False makes the command end with 1; note says what was found or what to do."""

    check: str
    is_ok: bool
    note: str


def doctor(
    home: HomeOption = None, address: AddressOption = "127.0.0.1", is_json: JsonOption = False
) -> None:
    at = find_home(home)
    findings = [check(at) for check in CHECKS] + [bind_address(at, address)]
    if is_json:
        print_json({"home": str(at.root), "checks": [asdict(f) for f in findings]})
    else:
        for finding in findings:
            typer.echo(
                f"{word('ok' if finding.is_ok else 'not_ok')} {finding.check}{word('colon')}{finding.note}"
            )
    raise typer.Exit(DONE if all(f.is_ok for f in findings) else REFUSED)


def python(_home: Home) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    is_ok = sys.version_info >= (3, 11)
    return Finding("Python", is_ok, version if is_ok else word("doctor_python", version=version))


def lock(_home: Home) -> Finding:
    """Whether the installed packages are those of requirements.lock."""
    if not LOCK.exists():
        return Finding("requirements.lock", False, word("doctor_no_lock"))
    wanted: dict[str, set[str]] = {}
    for name, version in PIN.findall(LOCK.read_text(encoding="utf-8")):
        wanted.setdefault(name, set()).add(version)  # several where they differ by version of Python
    other = [
        f"{name} {found} ≠ {' / '.join(sorted(versions))}"
        for name, versions in wanted.items()
        if (found := installed(name)) is not None and found not in versions
    ]
    note = (
        word("doctor_lock", packages=", ".join(other)) if other else word("doctor_lock_ok", count=len(wanted))
    )
    return Finding("requirements.lock", not other, note)


def installed(name: str) -> str | None:
    """The version here; None for packages of another system."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def writable(home: Home) -> Finding:
    """Whether this user may write to the home."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home.root):
            return Finding(word("doctor_home"), True, str(home.root))
    except OSError as error:
        note = word("doctor_home_wrong", home=home.root, why=error.strerror or error)
        return Finding(word("doctor_home"), False, note)


def snapshot(home: Home) -> Finding:
    """Whether the snapshot in force opens, says its own id, and is what its inputs give today."""
    from foundation.warehouse import snapshots
    from refresh import snapshot_id

    name = word("doctor_snapshot")
    wanted = snapshots.current_id(home)
    if wanted is None:
        return Finding(name, True, word("no_snapshot"))
    try:
        meta = snapshots.open_snapshot(home, wanted).meta
    except Exception as error:
        # Whatever keeps it from opening is the finding.
        return Finding(name, False, word("doctor_snapshot_wrong", why=f"{type(error).__name__}: {error}"))
    if meta.get("snapshot") != wanted:
        return Finding(name, False, word("doctor_snapshot_other", wanted=wanted[:12]))
    note = word("doctor_snapshot_ok", snapshot=wanted[:12], as_of=meta.get("as_of", "")[:7])
    if snapshot_id(home) != wanted:
        note += word("doctor_snapshot_old")
    return Finding(name, True, note)


def bind_address(home: Home, address: str) -> Finding:
    """Whether `liaison serve --address` would be allowed to listen there."""
    from service.cli.session import LANG
    from service.web.address import AddressRefusedError, check_access

    try:
        check_access(home, address)
    except AddressRefusedError as error:
        return Finding(word("doctor_address"), False, error.reason.get(LANG))
    return Finding(word("doctor_address"), True, address)


CHECKS: tuple[Callable[[Home], Finding], ...] = (python, lock, writable, snapshot)
