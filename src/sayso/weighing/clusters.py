"""Agglomerative clustering: nodes are joined as long as those compared are alike on average, and nothing bars it.

Clusters start from single nodes, or from sets joined beforehand, and grow by the two whose compared members are most
alike. The order of the nodes decides between equals, so that the same nodes and edges always give the same clusters.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence

import attrs

from sayso.weighing.marks import Mark, is_barred

Edge = tuple[int, int]
# Enough to tell two averages apart, and few enough that sums in any order give one.
DIGITS = 9
ROOM = 10**-DIGITS  # more than rounding adds


@attrs.define(eq=False)
class Cluster:
    """Nodes that are one claim; ``links`` are sums and numbers of the scores of edges to other clusters."""

    nodes: list[int]
    marks: dict[Mark, None]
    apart: set[int]
    links: dict[int, tuple[float, int]] = attrs.field(factory=dict)


class Clusters:
    """Clusters of nodes 0 to n; each is known by the smallest of its nodes when it was made."""

    def __init__(self, marks: Sequence[Sequence[Mark]], apart: Sequence[Edge]) -> None:
        """Begin with every node alone; ``apart`` are pairs of nodes that must not be in one cluster."""
        self._home = list(range(len(marks)))
        self._clusters = {
            node: Cluster(nodes=[node], marks=dict.fromkeys(own), apart=set()) for node, own in enumerate(marks)
        }
        for one, other in apart:
            self._clusters[one].apart.add(other)
            self._clusters[other].apart.add(one)

    def join(self, one: int, other: int) -> None:
        """Join the clusters of two nodes, unless they are to be kept apart."""
        left, right = self._home[one], self._home[other]
        if left != right and not self._are_apart(left, right):
            self._merge(*sorted((left, right)))

    def grow(self, edges: Mapping[Edge, float], threshold: float) -> None:
        """Join whatever is alike enough: pairs of nodes with their scores, and the least average that will do."""
        for (one, other), score in sorted(edges.items()):
            left, right = self._home[one], self._home[other]
            if left != right:
                self._link(left, right, score, 1)
        heap: list[tuple[float, int, int]] = [
            (-mean, left, right)
            for left in self._clusters
            for right, mean in self._alike(left, threshold)
            if left < right
        ]
        heapq.heapify(heap)
        while heap:
            mean, left, right = heapq.heappop(heap)
            if self._is_stale(-mean, left, right) or self._is_barred(left, right):
                continue
            self._merge(left, right)
            for third, found in self._alike(left, threshold):
                heapq.heappush(heap, (-found, min(left, third), max(left, third)))

    def groups(self) -> list[list[int]]:
        """Give the nodes of each cluster in order, the clusters by their first."""
        return sorted(sorted(cluster.nodes) for cluster in self._clusters.values())

    def _is_stale(self, mean: float, left: int, right: int) -> bool:
        """Tell whether one of two clusters is gone, or their average is another by now."""
        is_there = left in self._clusters and right in self._clusters
        return not is_there or self._mean(left, right) != mean

    def _is_barred(self, left: int, right: int) -> bool:
        return self._are_apart(left, right) or is_barred(self._clusters[left].marks, self._clusters[right].marks)

    def _are_apart(self, left: int, right: int) -> bool:
        return not self._clusters[left].apart.isdisjoint(self._clusters[right].nodes)

    def _alike(self, one: int, threshold: float) -> Iterator[tuple[int, float]]:
        """Give the clusters that are alike enough to one, with the averages; most are seen to be low at once."""
        low = threshold - ROOM
        for other, (total, number) in self._clusters[one].links.items():
            if total > low * number and (mean := round(total / number, DIGITS)) >= threshold:
                yield other, mean

    def _mean(self, left: int, right: int) -> float:
        total, number = self._clusters[left].links[right]
        return round(total / number, DIGITS)

    def _link(self, left: int, right: int, total: float, number: int) -> None:
        before, so_many = self._clusters[left].links.get(right, (0.0, 0))
        self._clusters[left].links[right] = self._clusters[right].links[left] = before + total, so_many + number

    def _merge(self, left: int, right: int) -> None:
        """Put the right cluster into the left."""
        kept, gone = self._clusters[left], self._clusters.pop(right)
        kept.links.pop(right, None)
        for third, (total, number) in gone.links.items():
            if third != left:
                del self._clusters[third].links[right]
                self._link(left, third, total, number)
        for node in gone.nodes:
            self._home[node] = left
        kept.nodes += gone.nodes
        kept.marks |= gone.marks
        kept.apart |= gone.apart
