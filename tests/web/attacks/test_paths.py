"""Paths that lead out of what is served."""

import pytest
from guarded import desk

OUT = [
    "/static/../desk.py", "/static/%2e%2e/desk.py", "/static/..%2fdesk.py",
    "/static/%2e%2e%2fdesk.py", "/static/....//desk.py", "/static/..%5cdesk.py",
    "/static//etc/passwd", "/static/%2fetc/passwd", "/static/desk.css%00.py", "/static/",
    "/static/../../../../../../etc/passwd", "/static/%252e%252e/desk.py",
    "/reports/..%2f..%2fetc%2fpasswd", "/reports/%00", "/facts/../../desk.py",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with desk(tmp_path_factory.mktemp("desk") / "record.db") as client:
        yield client


@pytest.mark.parametrize("path", OUT)
def test_nothing_but_what_is_served_is_there(client, path):
    url = client.base_url.copy_with(raw_path=path.encode())
    answer = client.get(url)
    assert answer.status_code in {400, 404}
    assert "create_app" not in answer.text
    assert "root:" not in answer.text
