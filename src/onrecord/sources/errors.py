"""What goes wrong on the network."""


class FetchError(Exception):
    """Nothing could be fetched; the message says why, in a few words."""


class TryAgainError(FetchError):
    """The same request may succeed later; `after` are the seconds that the server asks for."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after
