"""The invented province written as workbooks, laid out as offices lay them out."""
