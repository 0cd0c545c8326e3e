"""Files in, documents out: values, spans and the faults of the file itself."""
