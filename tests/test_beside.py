"""What goes on beside other work is done when that is left, whatever becomes of either."""

import os
import threading
from contextvars import ContextVar

import pytest

from vectorstore.beside import MOST, beside

ASKED: ContextVar[str] = ContextVar("asked")


def test_both_are_done_in_one_context_and_the_thread_stays_for_the_next() -> None:
    ASKED.set("who?")
    threads = set()
    for _ in range(3):
        with beside("test", lambda: (ASKED.get(), threading.get_ident())) as other:
            mine = threading.get_ident()
        asked, thread = other.result()
        threads.add(thread)
        assert (asked, mine == thread) == ("who?", False)
    assert len(threads) == 1


def test_who_fails_waits_for_the_work_beside_and_its_own_error_goes_on() -> None:
    may_end, ended = threading.Event(), []

    def work() -> None:
        may_end.wait(5)
        ended.append(True)

    with pytest.raises(ValueError, match="mine"), beside("test", work):
        threading.Timer(0.05, may_end.set).start()
        raise ValueError("mine")
    assert ended == [True]


def test_an_error_beside_comes_out_where_its_result_is_asked_for() -> None:
    with beside("test", lambda: 1 / 0) as other:
        pass
    with pytest.raises(ZeroDivisionError):
        other.result()


def test_more_than_there_are_threads_for_wait_and_are_all_done() -> None:
    done: list[int] = []

    def nested(number: int) -> None:
        with beside("test", lambda: done.append(number)):
            pass

    threads = [threading.Thread(target=nested, args=(number,)) for number in range(3 * MOST)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == list(range(3 * MOST))


@pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_forked_process_starts_threads_of_its_own() -> None:
    with beside("test", lambda: None):
        pass
    child = os.fork()
    if child == 0:
        with beside("test", lambda: 7) as other:
            pass
        os._exit(other.result())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
