"""待人工确认: is this one person or two, whom does a name mean. Answers hold from the next build on."""

from __future__ import annotations

from typing import Any

import streamlit as st

from data_ingest.titles import table_title
from foundation.access import audit
from foundation.locales import Lang
from foundation.reference.cities import unit_label
from pages.data import jobs
from pages.data.job_block import job_block
from pages.shell.context import PageContext
from pages.widgets.markdown import plain
from refresh import build_snapshot
from refresh.decisions.record import PAIRS, REPEAT, answer_to, known_persons, questions, waiting, write_down

#: Questions shown at once; the next come when these are answered.
_SHOWN = 12


def questions_block(context: PageContext) -> None:
    """The questions still open, and a button that builds a snapshot with the answers given since."""
    answered: dict[str, str] = st.session_state.setdefault("answered", {})
    still_open = [q for q in questions(context.snapshot) if q["question_id"] not in answered]
    pending = waiting(context.home, context.snapshot)
    job_block(context.home, context.viewer, context.lang)
    with st.container(border=True, key="questions_block"):
        st.markdown(f"#### {context.say('data.questions_title', count=len(still_open))}")
        st.caption(context.say("data.questions_how"))
        if pending > 0 and not _is_writing(context):
            _offer_build(context, pending)
        if not still_open:
            st.markdown(context.say("data.questions_none"))
        for question in still_open[:_SHOWN]:
            _question(context, question)
        if len(still_open) > _SHOWN:
            st.caption(context.say("data.questions_more", count=len(still_open) - _SHOWN))


def _is_writing(context: PageContext) -> bool:
    job = jobs.writing_job(context.home, context.viewer.name)
    return job is not None and not job.is_done


def _offer_build(context: PageContext, pending: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="apply_answers"):
        st.markdown(context.say("data.answers_waiting", count=pending))
        st.button(
            context.say("data.answers_apply"),
            key="apply",
            type="primary",
            on_click=_start_build,
            args=(context,),
        )


def _start_build(context: PageContext) -> None:
    home, viewer = context.home, context.viewer
    audit.record(home, viewer, "build", {"from": context.snapshot.id})
    st.session_state["answered"] = {}
    jobs.start_writing(
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
                    on_click=_record_answer,
                    args=(context, question, word),
                )
        else:
            _candidates(context, question)


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


def _candidates(context: PageContext, question: dict[str, Any]) -> None:
    """A box with the candidates; with everybody where a person is asked about and fewer than two fit."""
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
        on_change=_candidate_chosen,
        args=(context, question, key),
    )


def _candidate_chosen(context: PageContext, question: dict[str, Any], key: str) -> None:
    if st.session_state[key]:
        options = known_persons(context.snapshot) if question["kind"] == "person" else {}
        options |= dict(zip(question["labels"], question["candidates"], strict=True))
        _record_answer(context, question, options[st.session_state[key]])


def _record_answer(context: PageContext, question: dict[str, Any], word: str) -> None:
    """Write the audit line, then the decision. It holds until another answer replaces it."""
    answer = answer_to(question, word)
    if answer is None:
        return
    audit.record(
        context.home, context.viewer, "decide", {"question": question["question_id"], "kind": answer.kind}
    )
    write_down(context.home, [answer], who=context.viewer.name)
    st.session_state.setdefault("answered", {})[question["question_id"]] = word
