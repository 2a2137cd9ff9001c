"""Files in → snapshot out: the one place where ingestion and analytics meet."""
