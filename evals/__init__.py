"""Cases, measures and runs that tell how good the answers are."""
