"""What a DOI, a web address and an image path are, and how each goes wrong."""
