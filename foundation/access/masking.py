"""Contacts as others may see them: masked on the server, before anything is sent to a browser.

Which column holds a contact is said where the sheet is declared (`data_ingest.sheets.CONTACT_MASKS`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

import pandas as pd

#: How a contact is masked.
Mask = Literal["phone", "email", "account"]

_HIDDEN = "****"
#: Every form the masks below answer with; nothing longer passes for masked.
_MASKED = re.compile(r"1\d{2}\*{4}\d{4}|\*{4}\d{0,2}|.\*{4}@.*|..\*{4}.")
_SEPARATORS = re.compile(r"([、；;，,/]\s*)")


def mask_phone(phone: str | None) -> str | None:
    """`13812342047` → `138****2047`; a landline keeps its last two digits, anything short nothing.

    Several numbers in one cell are masked one by one; what any mask has masked stays as it is.
    """
    return None if phone is None else _each(phone, _phone)


def mask_email(address: str | None) -> str | None:
    """`zhangsan@example.com` → `z****@example.com`."""
    return None if address is None else _each(address, _email)


def mask_im(account: str | None) -> str | None:
    """QQ or WeChat: `2047138866` → `20****6`; one that is a phone number is masked as a phone."""
    return None if account is None else _each(account, _im)


#: A mask by its name.
MASKS: Mapping[Mask, Callable[[str | None], str | None]] = {
    "phone": mask_phone,
    "email": mask_email,
    "account": mask_im,
}


def mask_contacts(frame: pd.DataFrame, masks: Mapping[str, Mask]) -> pd.DataFrame:
    """A copy of the frame with every contact column masked, whoever looks. masks: column → its mask."""
    masked = frame.copy()
    for column in frame.columns.intersection(list(masks)):
        mask = MASKS[masks[column]]
        masked[column] = [None if pd.isna(v) else mask(str(v)) for v in frame[column]]
    return masked


def _each(cell: str, mask: Callable[[str], str]) -> str:
    parts = _SEPARATORS.split(cell)
    return "".join(part if i % 2 else _once(part.strip(), mask) for i, part in enumerate(parts))


def _once(value: str, mask: Callable[[str], str]) -> str:
    return value if _MASKED.fullmatch(value) else mask(value)


def _phone(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if len(digits) == 13 and digits.startswith("86"):
        digits = digits[2:]
    if len(digits) == 11 and digits.startswith("1"):
        return f"{digits[:3]}{_HIDDEN}{digits[-4:]}"
    return f"{_HIDDEN}{digits[-2:]}" if len(digits) >= 7 else _HIDDEN


def _email(address: str) -> str:
    name, at, domain = address.partition("@")
    return f"{name[:1]}{_HIDDEN}@{domain}" if at and len(name) > 1 else _HIDDEN


def _im(account: str) -> str:
    if "@" in account:
        return _email(account)
    if re.fullmatch(r"1\d{10}", account):
        return _phone(account)
    return f"{account[:2]}{_HIDDEN}{account[-1]}" if len(account) >= 6 else _HIDDEN
