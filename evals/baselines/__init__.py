"""Plain retrieval of other libraries, measured beside ours on the same texts and questions."""
