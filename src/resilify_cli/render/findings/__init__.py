"""The formats of a `FindingsReport`: one file each."""
