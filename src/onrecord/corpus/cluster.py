"""Ray: workers on the machines of a cluster that share the folder of the corpus."""

import logging
import os
from contextlib import contextmanager
from dataclasses import replace
from secrets import token_hex
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.corpus.seats import J
from onrecord.intake.attempts import engine
from onrecord.intake.processes import overlaid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

T = TypeVar("T")
LOCAL = "local"
"""The address of a cluster that is started for this run, of this machine alone."""


@contextmanager
def slots(address: str, workers: int | None) -> "Iterator[list[Slot]]":
    """Slots of a Ray cluster, one a worker; as many as it has processors where that is not said.

    `address` is what Ray takes: `HOST:PORT`, `auto`, or `LOCAL`. Raises `ValueError` where no
    cluster answers.
    """
    # nothing is told to Ray's makers, and an address is tried once, not for a quarter of an hour
    os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_NUM_REDIS_GET_RETRIES="1")
    import ray

    own: dict[str, Any] = {}
    if address == LOCAL:
        own = {"num_cpus": workers, "include_dashboard": False}
        # its cluster asks for a token, and Ray left to itself keeps that in the user's home
        os.environ.setdefault("RAY_AUTH_TOKEN", token_hex(32))
    try:
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR, **own)
    except (ConnectionError, RuntimeError) as error:
        raise ValueError(f"no Ray cluster answers at {address}") from error
    try:
        worker = ray.remote(max_retries=0)(_do)  # who gives out the work says what is done again
        many = workers or int(ray.cluster_resources().get("CPU", 1))
        yield [Slot(worker) for _ in range(many)]
    finally:
        ray.shutdown()


class Slot:
    """One worker at a time, wherever the cluster has room for it."""

    def __init__(self, worker: Any) -> None:
        self._worker = worker
        self._ref: Any = None

    @property
    def death(self) -> tuple[type[BaseException], ...]:
        """A worker that died, alone or with its machine."""
        from ray import exceptions

        return (
            exceptions.NodeDiedError,
            exceptions.OutOfMemoryError,
            exceptions.WorkerCrashedError,
        )

    def do(self, job: "Callable[[J], T]", task: J) -> "Future[T]":
        """Begin a job."""
        words = tuple(folder.absolute() for folder in task.words)
        there = replace(task, place=task.place.absolute(), words=words)
        self._ref = self._worker.remote(job, there)
        found: Future[T] = self._ref.future()
        return found

    def close(self) -> None:
        """End the worker where it stands: what it has done is kept."""
        import ray

        if self._ref is not None:
            ray.cancel(self._ref, force=True)


def _do(job: "Callable[[J], T]", task: J) -> T:
    """Do a job on this machine.

    Raises `ValueError` where the folder is not on it, or onrecord is another one.
    """
    import ray

    here = ray.util.get_node_ip_address()
    if not (task.place / "corpus.json").exists():
        raise ValueError(f"{task.place} is not on {here}: all machines must share it")
    overlaid(task.words)
    if engine() != task.engine:
        raise ValueError(f"onrecord on {here} is {engine()}, here it is {task.engine}")
    return job(task)
