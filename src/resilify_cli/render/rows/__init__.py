"""The formats of a `Report`: one file each."""
