"""A contact on screen: masked on the server; shown to whom may see it, one person at a time, and logged."""

from __future__ import annotations

import streamlit as st

from analytics.officer import Head
from analytics.queries import run
from foundation.access import audit
from pages.parts.breadcrumb import plain
from pages.parts.looking import Looking

_SHOWN = "revealed_contact"


def contact_line(looking: Looking, head: Head) -> None:
    """`电话 138****2047  显示`; nothing where no phone is on file."""
    masked = head.person["phone"]
    if not masked:
        return
    is_shown = st.session_state.get(_SHOWN) == (looking.snapshot.id, head.person_id)
    phone = _phone(looking, head.person_id) if is_shown and looking.viewer.may_reveal_contacts else masked
    st.markdown(looking.say("officer.phone", phone=plain(phone)), width="content")
    if looking.viewer.may_reveal_contacts and not is_shown:
        st.button(
            looking.say("officer.reveal"),
            key="reveal",
            type="tertiary",
            on_click=_reveal,
            args=(looking, head),
        )


def _reveal(looking: Looking, head: Head) -> None:
    """The audit line comes first: no line, no number."""
    detail = {"officer": head.person_id, "column": "phone", "snapshot": looking.snapshot.id}
    audit.record(looking.home, looking.viewer, "reveal", detail)
    st.session_state[_SHOWN] = (looking.snapshot.id, head.person_id)


def _phone(looking: Looking, person_id: str) -> str:
    """The number itself; never cached."""
    found = run(looking.snapshot, "officer_head", {"person_id": person_id, "as_of": looking.scope.as_of})
    return str(found["phone"].iloc[0])
