"""From the corpus to an index: read, check, split, embed, publish."""
