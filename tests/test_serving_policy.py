"""What browsers are told to refuse."""

import base64
import hashlib

from serving.policy import SECURITY_HEADERS, page_policy


def test_each_script_of_a_page_is_named_by_its_hash_and_nothing_else_runs() -> None:
    policy = page_policy(b'<script>one()</script><script src="/x.js"></script><SCRIPT type="module">two()</SCRIPT >')
    for body in (b"one()", b"two()"):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}'" in policy
    assert policy.count("sha256-") == 2


def test_other_responses_run_no_inline_script_and_stand_in_no_frame() -> None:
    policy = SECURITY_HEADERS["content-security-policy"]
    assert "script-src 'self' 'unsafe-eval';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self'" in policy
