"""数据与口径 (data): upload, report, quarantine, corrections, history, glossary, rules."""
