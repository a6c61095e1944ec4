"""What others publish, made into sources of a corpus: catalogues of services, and documents.

Everything that's read here was written by strangers. It's data: cleaned, bounded, and never obeyed.
"""
