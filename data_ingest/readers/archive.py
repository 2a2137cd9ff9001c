"""Zip containers: the unpacked size is checked before anything is unpacked."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from data_ingest.readers.cells import RefusedError
from data_ingest.readers.limits import Limits

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_CHUNK = 1024 * 1024


def check_expansion(path: Path, limits: Limits) -> None:
    """Refuse a container whose directory states too large an unpacked size.

    The stated size can be relied on: `extract` and calamine's reader stop there.
    """
    with zipfile.ZipFile(path) as container:
        members = container.infolist()
    expanded = sum(member.file_size for member in members)
    packed = max(path.stat().st_size, 1)
    if expanded > limits.expanded or len(members) > 100 * limits.members:
        raise RefusedError("bomb", expanded=expanded // 1_000_000)
    if expanded > limits.expanded_free and expanded / packed > limits.ratio:
        raise RefusedError("bomb", expanded=expanded // 1_000_000)


def member_name(member: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GBK without saying so; zipfile then takes them for cp437."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def extract(path: Path, folder: Path, limits: Limits) -> list[dict[str, str]]:
    """Unpack the files of an archive under generated file names: `[{"name", "path"}]`, in name order.

    A member that cannot be unpacked (password, damage) stands in the list with the refusal's key.
    """
    check_expansion(path, limits)
    entries: list[dict[str, str]] = []
    with zipfile.ZipFile(path) as archive:
        files = [m for m in archive.infolist() if _is_wanted(m)]
        if len(files) > limits.members:
            raise RefusedError("too_many", members=limits.members)
        names = _names(sorted(files, key=member_name))
        for place, (name, member) in enumerate(names):
            entries.append(_extract_one(archive, member, name, folder / f"member-{place}"))
    if not entries:
        raise RefusedError("empty")
    return entries


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Whether the member is a sent file: no folder, no file that an operating system or Excel left behind."""
    parts = member_name(member).replace("\\", "/").split("/")
    litter = parts[0] == "__MACOSX" or parts[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")
    return not (member.is_dir() or litter or parts[-1].startswith("~$"))


def _names(members: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Files by their base names; by full path where several folders hold the same base name."""
    paths = [member_name(member).replace("\\", "/") for member in members]
    base_names = [path.split("/")[-1] for path in paths]
    shown = [
        name if base_names.count(name) == 1 else path for name, path in zip(base_names, paths, strict=True)
    ]
    return list(zip(shown, members, strict=True))


def _extract_one(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, target: Path
) -> dict[str, str]:
    if member.flag_bits & _ENCRYPTED_FLAG:
        return {"name": name, "refused": "password"}
    try:
        with archive.open(member) as source, target.open("wb") as sink:
            shutil.copyfileobj(source, sink, _CHUNK)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return {"name": name, "refused": "truncated"}
    return {"name": name, "path": str(target)}
