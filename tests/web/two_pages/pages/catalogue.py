"""As in the real house a module lies directly in pages/; were it served, it would say so."""

import streamlit as st

st.write("past the entry")
