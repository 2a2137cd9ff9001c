"""Zip containers: what they would unpack to is looked at before anything is unpacked."""

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
    """Refuses a container whose directory promises too much; deflate cannot exceed what it promises
    here, since `extract` and calamine's own reader stop at the promised size.
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
    """Unpack the files of an archive under names of our own: `[{"name", "path"}]`, in name order.

    A member that cannot be unpacked (password, damage) stands in the list with the refusal's key.
    """
    check_expansion(path, limits)
    found: list[dict[str, str]] = []
    with zipfile.ZipFile(path) as archive:
        files = [m for m in archive.infolist() if _is_wanted(m)]
        if len(files) > limits.members:
            raise RefusedError("too_many", members=limits.members)
        names = _names(sorted(files, key=member_name))
        for place, (name, member) in enumerate(names):
            found.append(_extract_one(archive, member, name, folder / f"member-{place}"))
    if not found:
        raise RefusedError("empty")
    return found


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Folders and the litter of operating systems are not files somebody sent."""
    parts = member_name(member).replace("\\", "/").split("/")
    litter = parts[0] == "__MACOSX" or parts[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")
    return not (member.is_dir() or litter or parts[-1].startswith("~$"))


def _names(members: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Files by their own names; where several in different folders have one, with the folders before it."""
    paths = [member_name(member).replace("\\", "/") for member in members]
    own = [path.split("/")[-1] for path in paths]
    shown = [name if own.count(name) == 1 else path for name, path in zip(own, paths, strict=True)]
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
