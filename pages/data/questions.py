"""待人工确认: who is one person, who are two, whom a name means. Answers hold from the next build on."""

from __future__ import annotations

from typing import Any

import streamlit as st

from data_ingest.titles import table_title
from foundation.access import audit
from foundation.locales import Lang
from foundation.reference.cities import unit_label
from pages.data import job as data_job
from pages.data.upload import working_block
from pages.shell.context import PageContext
from pages.widgets.breadcrumb import plain
from refresh import build_snapshot
from refresh.decisions.record import PAIRS, REPEAT, answer_to, known_persons, questions, waiting, write_down

#: A page of questions; the next come when these are answered.
_SHOWN = 12


def questions_block(context: PageContext) -> None:
    """Open questions, those answered in this snapshot's time counted apart."""
    answered: dict[str, str] = st.session_state.setdefault("answered", {})
    left = [q for q in questions(context.snapshot) if q["question_id"] not in answered]
    pending = waiting(context.home, context.snapshot)
    working_block(context.home, context.viewer, context.lang)
    with st.container(border=True, key="questions_block"):
        st.markdown(f"#### {context.say('data.questions_title', count=len(left))}")
        st.caption(context.say("data.questions_how"))
        if pending > 0 and not _is_writing(context):
            _apply(context, pending)
        if not left:
            st.markdown(context.say("data.questions_none"))
        for question in left[:_SHOWN]:
            _question(context, question)
        if len(left) > _SHOWN:
            st.caption(context.say("data.questions_more", count=len(left) - _SHOWN))


def _is_writing(context: PageContext) -> bool:
    job = data_job.writing(context.home, context.viewer.name)
    return job is not None and not job.is_done


def _apply(context: PageContext, pending: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="apply_answers"):
        st.markdown(context.say("data.answers_waiting", count=pending))
        st.button(
            context.say("data.answers_apply"), key="apply", type="primary", on_click=_build, args=(context,)
        )


def _build(context: PageContext) -> None:
    home, viewer = context.home, context.viewer
    audit.record(home, viewer, "build", {"from": context.snapshot.id})
    st.session_state["answered"] = {}
    data_job.start_writing(
        home, viewer.name, "build", lambda progress: build_snapshot(home, progress, who=viewer.name)
    )


def _question(context: PageContext, question: dict[str, Any]) -> None:
    key = question["question_id"]
    left, right = st.columns([7, 5], vertical_alignment="center", gap="small")
    with left:
        kind = context.say(f"data.kind_{_kind(question)}")
        st.markdown(f"**{plain(_title(question, context.lang))}**  :gray[{kind}]")
        st.caption(plain(_detail(context, question)))
    with right, st.container(horizontal=True, key=f"question_{key}"):
        if question["kind"] in (*PAIRS, REPEAT):
            ending = "_row" if question["kind"] == REPEAT else ""
            for word in ("same", "different"):
                st.button(
                    context.say(f"data.answer_{word}{ending}"),
                    key=f"{word}_{key}",
                    on_click=_say,
                    args=(context, question, word),
                )
        else:
            _choice(context, question)


def _kind(question: dict[str, Any]) -> str:
    return question["kind"] if question["kind"] in (*PAIRS, REPEAT, "person") else "row"


def _title(question: dict[str, Any], lang: Lang) -> str:
    if question["kind"] not in PAIRS:
        return str(question["text"])
    places = [unit_label(city, lang) if city else "" for city in question["cities"]]
    named = zip(question["labels"], places, strict=True)
    return " ／ ".join(f"{label} {place}".strip() for label, place in named)


def _detail(context: PageContext, question: dict[str, Any]) -> str:
    reason = str(question[f"reason_{context.lang}"])
    if question["kind"] in PAIRS:
        return reason
    if question["kind"] == REPEAT:
        row = context.say("data.cell_row", row=question["row_number"])
        return f"{question['file']} · {table_title(question['table'], context.lang)} {row} · {reason}"
    where = context.say(
        "data.question_where",
        file=question["file"],
        table=table_title(question["table"], context.lang),
        row=question["row_number"],
        count=question["row_count"],
    )
    return f"{reason} {where}"


def _choice(context: PageContext, question: dict[str, Any]) -> None:
    """The candidates; for a person whom nobody resembles, everybody."""
    options = dict(zip(question["labels"], question["candidates"], strict=True))
    if question["kind"] == "person" and len(options) < 2:
        options |= known_persons(context.snapshot)
    key = f"choice_{question['question_id']}"
    if not options:
        st.caption(context.say("data.question_no_candidate"))
        return
    st.selectbox(
        context.say("data.question_choose"),
        list(options),
        index=None,
        key=key,
        placeholder=context.say("data.question_choose"),
        label_visibility="collapsed",
        width=280,
        on_change=_chosen,
        args=(context, question, key),
    )


def _chosen(context: PageContext, question: dict[str, Any], key: str) -> None:
    if st.session_state[key]:
        options = known_persons(context.snapshot) if question["kind"] == "person" else {}
        options |= dict(zip(question["labels"], question["candidates"], strict=True))
        _say(context, question, options[st.session_state[key]])


def _say(context: PageContext, question: dict[str, Any], word: str) -> None:
    """The audit line first, then the decision: it is remembered, and taken back by another answer."""
    answer = answer_to(question, word)
    if answer is None:
        return
    audit.record(
        context.home, context.viewer, "decide", {"question": question["question_id"], "kind": answer.kind}
    )
    write_down(context.home, [answer], who=context.viewer.name)
    st.session_state.setdefault("answered", {})[question["question_id"]] = word
