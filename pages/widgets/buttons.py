"""Buttons that lead to another view of the same page."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pages.shell.address import Address
from pages.shell.context import go


def address_button(
    label: str,
    address: Address,
    *,
    key: str,
    type: Literal["secondary", "tertiary"] = "tertiary",
    disabled: bool = False,
    help: str | None = None,
) -> None:
    """A button, quiet unless `type` says otherwise, that goes to `address`."""
    st.button(label, key=key, type=type, disabled=disabled, help=help, on_click=go, args=(address,))
