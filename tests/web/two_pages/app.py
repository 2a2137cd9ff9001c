"""A fixture: two pages, and a folder called pages/ beside the entry as in the real house."""

import streamlit as st


def first():
    st.write("the first page")


def second():
    st.write("the second page")


def broken():
    raise RuntimeError("secret-name-of-a-person")


st.write("through the entry")
st.navigation(
    [
        st.Page(first, title="First", default=True),
        st.Page(second, title="Second", url_path="second"),
        st.Page(broken, title="Broken", url_path="broken"),
    ],
    position="top",
).run()
