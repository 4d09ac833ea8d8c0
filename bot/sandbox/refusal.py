"""How the Bot API says no: an HTTP code and Telegram's own words."""


class ApiRefusal(Exception):  # noqa: N818 - the Bot API's answer, not a failure of ours
    """A call that Telegram would not carry out; `retry_after` in seconds."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


def bad_request(reason: str) -> ApiRefusal:
    return ApiRefusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiRefusal:
    return ApiRefusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiRefusal:
    return ApiRefusal(409, f"Conflict: {reason}")


def too_large() -> ApiRefusal:
    return ApiRefusal(413, "Request Entity Too Large")


def too_many_requests(retry_after: int) -> ApiRefusal:
    return ApiRefusal(429, f"Too Many Requests: retry after {retry_after}", retry_after)
