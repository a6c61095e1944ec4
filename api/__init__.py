"""The answers over HTTP, and the page for people."""
