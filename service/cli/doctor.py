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
from service.cli.terminal import DONE, REFUSED, cli_text, find_home, print_json

if TYPE_CHECKING:
    from foundation.warehouse.home import Home

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class CheckResult:
    """How one check ended. is_ok False makes the command end with 1; note: what was found or what to do."""

    check: str
    is_ok: bool
    note: str


def doctor(
    home: HomeOption = None, address: AddressOption = "127.0.0.1", is_json: JsonOption = False
) -> None:
    at = find_home(home)
    results = [check(at) for check in CHECKS] + [bind_address(at, address)]
    if is_json:
        print_json({"home": str(at.root), "checks": [asdict(result) for result in results]})
    else:
        for result in results:
            state = cli_text("ok" if result.is_ok else "not_ok")
            typer.echo(f"{state} {result.check}{cli_text('colon')}{result.note}")
    raise typer.Exit(DONE if all(result.is_ok for result in results) else REFUSED)


def python(_home: Home) -> CheckResult:
    version = ".".join(map(str, sys.version_info[:3]))
    is_ok = sys.version_info >= (3, 11)
    return CheckResult("Python", is_ok, version if is_ok else cli_text("doctor_python", version=version))


def lock(_home: Home) -> CheckResult:
    """Whether the installed packages are those of requirements.lock."""
    if not LOCK.exists():
        return CheckResult("requirements.lock", False, cli_text("doctor_no_lock"))
    wanted: dict[str, set[str]] = {}
    for name, version in PIN.findall(LOCK.read_text(encoding="utf-8")):
        wanted.setdefault(name, set()).add(version)  # several where they differ by version of Python
    other = [
        f"{name} {version} ≠ {' / '.join(sorted(versions))}"
        for name, versions in wanted.items()
        if (version := installed(name)) is not None and version not in versions
    ]
    note = (
        cli_text("doctor_lock", packages=", ".join(other))
        if other
        else cli_text("doctor_lock_ok", count=len(wanted))
    )
    return CheckResult("requirements.lock", not other, note)


def installed(name: str) -> str | None:
    """The version here; None for packages of another system."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def writable(home: Home) -> CheckResult:
    """Whether this user may write to the home."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home.root):
            return CheckResult(cli_text("doctor_home"), True, str(home.root))
    except OSError as error:
        note = cli_text("doctor_home_wrong", home=home.root, why=error.strerror or error)
        return CheckResult(cli_text("doctor_home"), False, note)


def snapshot(home: Home) -> CheckResult:
    """Whether the snapshot in force opens, says its own id, and is what its inputs give today."""
    from foundation.warehouse import snapshots
    from refresh import snapshot_id

    name = cli_text("doctor_snapshot")
    wanted = snapshots.current_id(home)
    if wanted is None:
        return CheckResult(name, True, cli_text("no_snapshot"))
    try:
        meta = snapshots.open_snapshot(home, wanted).meta
    except Exception as error:
        # Whatever keeps it from opening is the finding.
        return CheckResult(
            name, False, cli_text("doctor_snapshot_wrong", why=f"{type(error).__name__}: {error}")
        )
    if meta.get("snapshot") != wanted:
        return CheckResult(name, False, cli_text("doctor_snapshot_other", wanted=wanted[:12]))
    note = cli_text("doctor_snapshot_ok", snapshot=wanted[:12], as_of=meta.get("as_of", "")[:7])
    if snapshot_id(home) != wanted:
        note += cli_text("doctor_snapshot_old")
    return CheckResult(name, True, note)


def bind_address(home: Home, address: str) -> CheckResult:
    """Whether `liaison serve --address` would be allowed to listen there."""
    from service.cli.terminal import LANG
    from service.web.address import AddressRefusedError, check_access

    try:
        check_access(home, address)
    except AddressRefusedError as error:
        return CheckResult(cli_text("doctor_address"), False, error.reason.get(LANG))
    return CheckResult(cli_text("doctor_address"), True, address)


CHECKS: tuple[Callable[[Home], CheckResult], ...] = (python, lock, writable, snapshot)
