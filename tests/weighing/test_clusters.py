from sayso.weighing.clusters import Clusters
from sayso.weighing.marks import Mark

YES, NO = Mark(("standing",), "happens"), Mark(("standing",), "planned")


def grown(edges, marks=4 * ((),), apart=(), joined=()):
    clusters = Clusters(marks, apart)
    for pair in joined:
        clusters.join(*pair)
    clusters.grow(edges, 0.5)
    return clusters.groups()


def test_most_alike_are_joined_first_and_the_average_decides_on_the_rest():
    assert grown({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}) == [[0, 1], [2], [3]]
    assert grown({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}) == [[0, 1, 2], [3]]


def test_pairs_that_were_not_compared_count_neither_way():
    assert grown({(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.7}) == [[0, 1, 2, 3]]


def test_what_is_barred_is_not_joined_not_even_by_way_of_others():
    edges = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}
    assert grown(edges, ((YES,), (), (NO,), ())) == [[0, 1], [2], [3]]


def test_what_is_kept_apart_is_not_joined_not_even_beforehand():
    assert grown({(0, 1): 0.9, (1, 2): 0.8}, apart=[(0, 2)]) == [[0, 1], [2], [3]]
    assert grown({}, apart=[(0, 1)], joined=[(0, 1)]) == [[0], [1], [2], [3]]


def test_sets_joined_beforehand_grow_as_one():
    assert grown({(0, 2): 0.9, (1, 2): 0.0}, joined=[(0, 1), (1, 0)]) == [[0, 1], [2], [3]]
    assert grown({(0, 2): 0.9, (1, 2): 0.2, (0, 1): 0.0}, joined=[(0, 1)]) == [[0, 1, 2], [3]]


def test_links_of_both_are_added_when_two_are_joined():
    edges = {(0, 1): 1.0, (2, 3): 1.0, (0, 2): 0.9, (0, 3): 0.4, (1, 2): 0.4, (1, 3): 0.2}
    assert grown(edges) == [[0, 1], [2, 3]]
    assert grown(edges | {(1, 3): 0.4}) == [[0, 1, 2, 3]]
