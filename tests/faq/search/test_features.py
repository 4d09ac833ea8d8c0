"""What in a text speaks for an article."""

from bot.faq.search.features import FeatureReader, Weights, is_meaningful, pieces
from bot.faq.search.synonyms import Synonyms
from bot.russian.morphology import russian


def reader(weights: Weights) -> FeatureReader:
    return FeatureReader(
        russian(),
        Synonyms.concepts_of({"аккаунт": ["личный кабинет"]}),
        Synonyms.concepts_of({"где": ["куда"]}),
        weights,
    )


def test_words_notions_turns_pairs_and_pieces_are_features() -> None:
    features = reader(Weights()).features(["где", "личный", "кабинет"])

    words = {feature: weight for feature, weight in features.items() if is_meaningful(feature) or feature[0] == "+"}
    assert words == {
        "=где": 1.0, "=личный": 1.0, "=кабинет": 1.0, "~аккаунт": 4.0, "?где": 3.0,
        "+где личный": 0.7, "+личный кабинет": 0.7,
    }  # fmt: skip
    assert {"каб", "нет"} <= features.keys()


def test_a_word_counts_in_full_where_notions_are_switched_off() -> None:
    assert reader(Weights(notion=0)).features(["личный", "кабинет"])["=кабинет"] == 4.0


def test_a_kind_of_evidence_without_weight_is_left_out() -> None:
    features = reader(Weights(notion=0, turn=0, generic=0, pair=0, piece=0)).features(["где", "личный", "кабинет"])

    assert features.keys() == {"=где", "=личный", "=кабинет"}


def test_a_turn_inside_a_longer_one_is_not_asked() -> None:
    turns = Synonyms.concepts_of({"зачем": ["для чего нужный"], "какие документы": ["что нужно"]})
    features = FeatureReader(russian(), Synonyms.concepts_of({}), turns, Weights()).features(["для", "чего", "нужен"])

    assert [feature for feature in features if feature.startswith("?")] == ["?зачем"]


def test_each_word_has_its_forms_and_the_notions_it_belongs_to() -> None:
    assert reader(Weights()).names(["личный", "кабинет", "где"]) == [
        {"=личный", "~аккаунт"},
        {"=кабинет", "~аккаунт"},
        {"=где"},
    ]


def test_a_phrase_is_a_notion_only_when_all_its_words_stand_side_by_side() -> None:
    synonyms = Synonyms.concepts_of({"аккаунт": ["личный кабинет", "  "], "врач": ["доктор"]})
    lemmas = [russian().lemmas(word) for word in ("личный", "доктор", "кабинет", "личный")]

    assert list(synonyms.found_in(lemmas)) == [("врач", range(1, 2))]


def test_a_word_shorter_than_a_piece_is_a_piece_itself() -> None:
    assert pieces("по") == ("по",)
    assert pieces("пароль") == ("пар", "аро", "рол", "оль")
