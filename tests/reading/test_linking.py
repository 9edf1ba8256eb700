"""Decoding labels and arcs."""

import numpy as np
import pytest

from sayso.reading.linking import Found, LinkParameters, bucket, decode_labels, label_spans, link_windows
from sayso.reading.pack import open_pack
from tests.reading.tiny_pack import B_CONTENT, B_CUE, B_SOURCE, I_CONTENT, LABELS, NONE, WIDTH


@pytest.fixture(scope="module")
def parameters(tiny_pack) -> LinkParameters:
    return open_pack(tiny_pack).parameters


def link_window(scores: np.ndarray, parameters: LinkParameters) -> list[Found]:
    (found,) = link_windows([scores], parameters)
    return found


def features(labels: list[int], strength: float = 5.0) -> np.ndarray:
    made = np.zeros((len(labels), WIDTH), dtype=np.float32)
    made[np.arange(len(labels)), labels] = strength
    return made


def test_the_best_path_is_not_broken_by_one_weak_word(parameters: LinkParameters) -> None:
    scores = features([B_CONTENT, I_CONTENT, I_CONTENT])[:, :LABELS]
    scores[1] = 0.0
    scores[1, B_SOURCE] = 0.5
    strict = np.where(np.eye(LABELS) > 0, 1.0, 0.0).astype(np.float32)
    (labels,) = decode_labels([scores], LinkParameters(**{**_fields(parameters), "transitions": strict}))
    assert labels[0] == B_CONTENT


def test_windows_decoded_together_read_as_each_by_itself(parameters: LinkParameters) -> None:
    made = np.random.default_rng(3).normal(size=(40, 30, LABELS)).astype(np.float32)
    windows = [scores[: 1 + place % 30] for place, scores in enumerate(made)]
    alone = [decode_labels([scores], parameters)[0] for scores in windows]
    assert decode_labels(windows, parameters) == alone
    assert [len(labels) for labels in alone] == [len(scores) for scores in windows]


def sources(found: Found) -> list[tuple[int, int]]:
    return [one.words for one in found.sources]


def _fields(parameters: LinkParameters) -> dict[str, np.ndarray]:
    return {name: getattr(parameters, name) for name in LinkParameters.__annotations__}


def test_spans_begin_anew_at_a_begin_label_and_at_another_role() -> None:
    labels = [B_SOURCE, B_CUE, B_CONTENT, I_CONTENT, B_CONTENT, NONE, I_CONTENT]
    assert label_spans(labels) == ([(0, 1)], [(1, 2)], [(2, 4), (4, 5), (6, 7)])


def test_content_is_joined_to_its_cue_and_the_cue_to_its_source(parameters: LinkParameters) -> None:
    (found,) = link_window(features([B_SOURCE, B_CUE, B_CONTENT, I_CONTENT]), parameters)
    assert (sources(found), found.cue, found.content) == ([(0, 1)], ((1, 2),), ((2, 4),))
    assert 0 < found.score <= 1


def test_content_split_by_its_cue_is_one_attribution(parameters: LinkParameters) -> None:
    (found,) = link_window(features([B_CONTENT, I_CONTENT, B_CUE, B_SOURCE, B_CONTENT]), parameters)
    assert found.content == ((0, 2), (4, 5))


def test_no_source_found_means_no_source(parameters: LinkParameters) -> None:
    (found,) = link_window(features([NONE, B_CUE, B_CONTENT]), parameters)
    assert found.sources == ()


def test_content_without_any_cue_is_kept_for_the_window_before(parameters: LinkParameters) -> None:
    (found,) = link_window(features([NONE, B_CONTENT, I_CONTENT]), parameters)
    assert (found.sources, found.cue, found.content) == ((), (), ((1, 3),))


def test_a_cue_without_content_is_kept_for_the_window_behind(parameters: LinkParameters) -> None:
    (found,) = link_window(features([B_SOURCE, B_CUE]), parameters)
    assert (sources(found), found.cue, found.content) == ([(0, 1)], ((1, 2),), ())


def test_nothing_labelled_gives_nothing(parameters: LinkParameters) -> None:
    assert link_window(features([NONE, NONE]), parameters) == []


def test_distances_are_bucketed_by_doubling_sizes_on_both_sides() -> None:
    table = np.zeros(17, dtype=np.float32)
    distances = np.array([0, 1, 2, 3, 4, 5, 100, -1, -4, -100])
    assert bucket(distances, table).tolist() == [8, 9, 10, 11, 11, 12, 16, 7, 5, 0]
