"""A Ray cluster: connected to, looked over, and left again."""

import logging
import os
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from ingest.crew import Crew, Readers
from ingest.errors import EngineUnavailable
from ingest.known import program
from ingest.on_ray.far_embedder import FarEmbedder
from ingest.on_ray.far_reader import FarReader
from ingest.on_ray.tasks import tell_program

ANSWER_SECONDS = 60
CONNECT_SECONDS = 5
# what is under way at any time is a few megabytes, see `ahead` and `batches`; Ray's own measure is a third of the memory
OBJECT_STORE_BYTES = 256 << 20


@contextmanager
def hire_far_away(address: str | None) -> Iterator[Crew]:
    """The cluster's workers, one for each of its cores.

    Raises:
        EngineUnavailable: Ray is not installed, there is no such cluster, or one of its machines cannot work for this one.
    """
    with connected(address) as ray:
        cores = int(ray.cluster_resources().get("CPU", 0))
        if cores < 1:
            raise EngineUnavailable("the Ray cluster has no cores to work with; add a machine with `ray start --address=HOST:PORT`")
        check_programs(ray)
        with FarEmbedder(ray, cores) as embedder:
            # an item that waits is a small thing; it is on its way when a worker is free
            yield Crew(Readers(partial(FarReader, ray), cores, backlog=1), embedder)


def import_ray() -> Any:  # a module without useful types
    """Ray, which reports nothing to its makers."""
    # for what a cluster of our own starts; a cluster that runs already was told by who started it
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise EngineUnavailable("--engine ray needs a package more: pip install 'newsdesk[ray]'") from error
    # what it says of itself at every start
    logging.getLogger("ray").setLevel(logging.ERROR)
    return ray


@contextmanager
def connected(address: str | None) -> Iterator[Any]:
    """Ray, connected to the cluster; a program that is connected already stays so, whatever the address.

    Raises EngineUnavailable.
    """
    ray = import_ray()
    if ray.is_initialized():
        yield ray
        return
    address = address or os.environ.get("RAY_ADDRESS")
    check_address(address)
    folder = tempfile.mkdtemp(prefix="newsdesk-ray-")
    handler = signal.getsignal(signal.SIGTERM)
    try:
        _connect(ray, address, folder)
        # Ray puts its own in its place
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)
        yield ray
    finally:
        ray.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


def _connect(ray: Any, address: str | None, folder: str) -> None:
    quiet = {"log_to_driver": False, "configure_logging": False, "logging_level": logging.ERROR}
    alone = {"include_dashboard": False, "object_store_memory": OBJECT_STORE_BYTES, "_node_ip_address": "127.0.0.1", "_temp_dir": folder}
    try:
        if address:
            ray.init(address=address, **quiet)
        else:
            ray.init(address="local", **quiet, **alone)
    except Exception as error:  # Ray raises what its parts raise: RuntimeError, ConnectionError, ValueError
        remedy = "; this machine must be one of the cluster's, with its token and its version of Ray, see docs/scale.md" if address else ""
        raise EngineUnavailable(f"Ray cannot be used at {address or 'this machine'}: {first_line(error)}{remedy}") from error


def check_address(address: str | None) -> None:
    """That somebody listens there: Ray itself would try for a minute, and then end the process.

    Raises EngineUnavailable.
    """
    if address in (None, "auto", "local"):
        return
    assert address is not None
    if "://" in address:
        raise EngineUnavailable(
            f"{address} is no address of a cluster's head; make this machine one of the cluster's with "
            "`ray start --address=HOST:PORT --num-cpus=0`, and name that HOST:PORT"
        )
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), CONNECT_SECONDS).close()
    except (OSError, ValueError, OverflowError):
        raise EngineUnavailable(f"no Ray cluster answers at {address}; start one there with `ray start --head --port={port}`") from None


def check_programs(ray: Any) -> None:
    """That every machine reads as this one does. Raises EngineUnavailable."""
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    there = [node for node in ray.nodes() if node["Alive"] and node["Resources"].get("CPU")]
    task = ray.remote(num_cpus=0, max_retries=3)(tell_program)
    asked = [task.options(scheduling_strategy=NodeAffinitySchedulingStrategy(node["NodeID"], soft=False)).remote() for node in there]
    for node, answer in zip(there, asked, strict=True):
        name = node["NodeManagerHostname"]
        try:
            told = ray.get(answer, timeout=ANSWER_SECONDS)
        except Exception as error:  # whatever keeps that machine from running our code
            raise EngineUnavailable(
                f"{name} cannot work for this machine ({first_line(error)}); install the same version of Newsdesk there"
            ) from error
        if told != program():
            raise EngineUnavailable(f"{name} has another version of Newsdesk; install the same one on all machines")


def first_line(error: Exception) -> str:
    """What an error of Ray's says in a line: of one that happened on a worker, its cause."""
    cause = getattr(error, "cause", None)
    said = str(cause if isinstance(cause, Exception) else error).strip() or type(error).__name__
    return said.splitlines()[0][:200]
