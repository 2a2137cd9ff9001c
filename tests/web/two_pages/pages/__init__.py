"""Its mere presence would make Streamlit take the entry for the old multipage kind."""
