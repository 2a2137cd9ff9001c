"""The baseline of the first paint: a Streamlit app that draws two charts and does nothing else."""

import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
left, right = st.columns(2)
for place, seed in ((left, 1), (right, 2)):
    place.plotly_chart(
        go.Figure(go.Bar(x=list(range(18)), y=[(i * seed) % 7 for i in range(18)])), key=str(seed)
    )
