"""Whether the addresses that programs name lead anywhere.

This package is light: only `http` and `check` import the HTTP client, so import those where they are used.
"""
