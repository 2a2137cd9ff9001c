"""A contact on screen: masked on the server; shown to whom may see it, one person at a time, and logged."""

from __future__ import annotations

import streamlit as st

from analytics.officer.head import OfficerHead
from analytics.sql import run
from foundation.access import audit
from pages.shell.context import PageContext
from pages.shell.sign_in import REVEALED_CONTACT
from pages.widgets.markdown import plain


def contact_line(context: PageContext, head: OfficerHead) -> None:
    """`电话 138****2047  显示`; nothing where no phone is on file."""
    masked = head.person["phone"]
    if not masked:
        return
    is_shown = st.session_state.get(REVEALED_CONTACT) == _shown_entry(context, head)
    phone = _phone(context, head.person_id) if is_shown and context.viewer.may_reveal_contacts else masked
    st.markdown(context.say("officer.phone", phone=plain(phone)), width="content")
    if context.viewer.may_reveal_contacts and not is_shown:
        st.button(
            context.say("officer.reveal"),
            key="reveal",
            type="tertiary",
            on_click=_reveal,
            args=(context, head),
        )


def _reveal(context: PageContext, head: OfficerHead) -> None:
    """The audit line comes first: no line, no number."""
    detail = {"officer": head.person_id, "column": "phone", "snapshot": context.snapshot.id}
    audit.record(context.home, context.viewer, "reveal", detail)
    st.session_state[REVEALED_CONTACT] = _shown_entry(context, head)


def _shown_entry(context: PageContext, head: OfficerHead) -> tuple[str, str, str]:
    """Whom the number was shown to, of which snapshot and person: it is shown to nobody else."""
    return context.viewer.name, context.snapshot.id, head.person_id


def _phone(context: PageContext, person_id: str) -> str:
    """The number itself; never cached."""
    rows = run(context.snapshot, "officer_head", {"person_id": person_id, "as_of": context.scope.as_of})
    return str(rows["phone"].iloc[0])
