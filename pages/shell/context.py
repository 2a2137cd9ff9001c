"""What a page is handed: who looks at which snapshot, through which rules, at which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analytics.charts.declaration import Stamp
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang, Text, say
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.shell.address import Address, AddressValues, encode
from pages.shell.caching import Key


@dataclass(frozen=True)
class PageContext:
    """One rerun's context. `scope_text`: the filters in words, for stamps and headings."""

    home: Home
    snapshot: Snapshot
    viewer: Viewer
    rules: Rules
    address: Address
    address_values: AddressValues
    scope_text: Text
    is_simulated: bool

    @property
    def lang(self) -> Lang:
        return self.address.lang

    @property
    def scope(self) -> Scope:
        return self.address.scope

    @property
    def key(self) -> Key:
        """What every cached function takes first."""
        return self.key_at(self.scope)

    @property
    def key_then(self) -> Key | None:
        """The same at the month compared with, None without one."""
        return self.key_at(self.scope.then()) if self.scope.versus else None

    def key_at(self, scope: Scope) -> Key:
        """The same for another scope."""
        return (self.snapshot.id, self.rules.version, self.viewer, scope, self.lang)

    @property
    def body_names(self) -> Mapping[str, str]:
        """Every body that has recommended an officer: body id → name."""
        return self.address_values.bodies

    @property
    def stamp(self) -> Stamp:
        return Stamp(
            as_of=f"{self.scope.as_of:%Y-%m}",
            snapshot=self.snapshot.id[:7],
            rules=self.rules.version,
            scope=self.scope_text,
            is_simulated=self.is_simulated,
        )

    def say(self, key: str, **values: Any) -> str:
        """Interface text in the reader's language."""
        return say(key, self.lang, **values)


def go(address: Address) -> None:
    """Look there: the address bar is the only state, so a copied link shows the same."""
    st.query_params.from_dict(encode(address))


def query_values() -> dict[str, str]:
    """The query as it stands; a key given twice is one key with both values."""
    return {key: ",".join(st.query_params.get_all(key)) for key in st.query_params}
