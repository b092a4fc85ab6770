from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.ingest.papers import row, word

from justera.ingest.engine import tesseract
from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import dirt, missed
from justera.ingest.layout import leaders
from justera.ingest.readings import agreement, choose, fusion, gaps, spans, voting
from justera.ingest.readings.readers import Readers
from justera.ingest.words.match import Pair, pairs, text
from justera.ingest.words.tokens import bears_number, has_foreign_letter, number_key
from justera.schema import Box, Line, Reason, Word, WordSource

PLATE = Plate(Image.new("L", (800, 400), 255), 72, Frame(1.0))
MODELS = Readers(tesseract.Reader("Latin", 7), tesseract.Reader("swe", 7), tesseract.Reader("eng", 7))


def chosen(first: str, second: str, *, sure: tuple[float, float] = (0.8, 0.8)) -> str:
    pair = Pair(row(first, confidence=sure[0]), row(second, confidence=sure[1]))
    return text(choose.words(pair))


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ("fran", "från", "från"),
        ("frān", "från", "från"),
        ("nämnden", "namnden", "nämnden"),
        ("Odeholm", "Ödeholm", "Ödeholm"),
        ("beslutar", "beslutår", "beslutar"),
        ("sammanträdet", "Sammanlrädet", "sammanträdet"),
        ("stämmoprotókollet", "stämmonprotdckollet", "stämmoprotokollet"),
    ],
)
def test_the_reading_that_is_swedish_wins(first: str, second: str, right: str) -> None:
    assert chosen(first, second) == right


def test_a_foreign_name_that_the_engine_is_sure_of_stays() -> None:
    assert chosen("Miloš", "Milo$", sure=(0.95, 0.9)) == "Miloš"


@pytest.mark.parametrize(("other", "doubtful"), [("Vv", False), ("vV", False), ("Va", True), ("W", True)])
def test_a_letter_alone_that_one_reader_saw_twice_is_that_letter(other: str, doubtful: bool) -> None:
    (result,) = choose.words(Pair(row("V", confidence=0.8), row(other, confidence=0.5)))
    assert result.text == "V"
    assert (result.doubt is not None) == doubtful


@pytest.mark.parametrize(
    ("first", "second", "is_figure"),
    [
        ("UU", "3", True),
        ("N", "2", True),
        ("e", "1", True),
        ("S", "5", False),
        ("UU", "345", False),
        ("och", "1", False),
    ],
)
def test_figures_taken_for_upright_text_are_figures(first: str, second: str, is_figure: bool) -> None:
    pair = Pair(row(first, confidence=0.6), row(second, confidence=0.96))
    assert choose.is_figure(pair) is is_figure


@pytest.mark.parametrize("seen", ["im)", "te),", "N", "e"])
def test_a_party_without_its_bracket_and_a_letter_that_is_no_word_are_read_again(seen: str) -> None:
    assert choose.needs_word(word(seen, 50, 60, confidence=1.0))


def test_two_unknown_readings_leave_a_doubt_with_the_other_as_alternative() -> None:
    (result,) = choose.words(Pair(row("Xvrönqvaxl", confidence=0.7), row("Xvrenqvall", confidence=0.7)))
    assert result.doubt == agreement.DIFFER
    assert result.alternatives


def test_a_faint_mark_that_only_one_reading_saw_is_dirt() -> None:
    assert choose.words(Pair((word("'", 0, 3, confidence=0.3),), ())) == ()


@pytest.mark.parametrize(
    ("first", "sure", "second", "surer", "chosen", "doubt"),
    [
        ("ÂÅbrink", 0.4, "Åbrink", 0.9, "Åbrink", None),  # a letter seen twice is no other reading
        ("(MP)}s", 0.4, "(MP)s", 0.9, "(MP)s", None),
        ("(©),", 0.8, "(C),", 0.7, "(C),", None),
        ("BEVISIBREV", 0.9, "BEVIS/BREV", 0.9, "BEVIS/BREV", None),  # words on both sides of a slash
        ("sss.", 0.3, "......", 0.8, "......", None),
        ("ti ll", 0.9, "till", 0.95, "till", None),
        ("att lägga", 0.9, "attlägga", 0.9, "att lägga", None),
        ("Şenol", 0.8, "Senol", 0.9, "Şenol", None),  # a letter of other languages that the reader is sure of
        ("Şenol", 0.4, "Senol", 0.9, "Senol", agreement.DIFFER),
        ("Ekströrn", 0.9, "Ekström", 0.7, "Ekström", None),
        (
            "Silfverhjelm",
            0.3,
            "Siltverhjelm",
            0.9,
            "Silfverhjelm",
            agreement.DIFFER,
        ),  # letters that follow each other
        ("|", 0.6, "Kl", 0.95, "Kl", agreement.DIFFER),  # a stroke is as likely no word at all
    ],
)
def test_the_reading_that_can_have_been_printed_is_taken(
    first: str, sure: float, second: str, surer: float, chosen: str, doubt: Reason | None
) -> None:
    pair = Pair(
        tuple(replace(one, confidence=sure) for one in row(first)),
        tuple(replace(one, confidence=surer) for one in row(second)),
    )
    result = choose.words(pair)
    assert text(result) == chosen
    assert {one.doubt for one in result} == {doubt}


@given(st.text(alphabet="0123456789.,:/-§% ", min_size=1, max_size=12))
def test_a_number_agrees_with_itself_and_with_no_other(number: str) -> None:
    words = row(number)
    if words:
        assert agreement.agree(words, words)
        more = replace(words[0], text=words[0].text + "7")
        assert not agreement.agree(words, (more, *words[1:]))


def test_dashes_spaces_and_dots_over_letters_do_not_make_another_number() -> None:
    assert number_key("2022–2023") == number_key("2022-2023.")
    assert number_key("1 år") == number_key("1ar")
    assert number_key("§ 12") != number_key("$ 12")
    assert bears_number("50%") and bears_number("§") and not bears_number("nr")
    assert has_foreign_letter("frān") and not has_foreign_letter("idé")


def looks(monkeypatch: pytest.MonkeyPatch, answers: dict[tuple[str, float], str]) -> None:
    """Each reader of a stretch says what is told, wherever it is asked."""

    def read(parts, reader, *, seconds, enlarge=1.0):  # type: ignore[no-untyped-def]
        return [row(answers[reader.model, enlarge]) for _ in parts]

    monkeypatch.setattr(spans, "read", read)


def fused(first: str) -> tuple[Word, ...]:
    ((line,),) = fusion.fuse([[Line(row(first))]], [PLATE], MODELS, seconds=1)
    return line.words


def test_a_number_that_two_readers_share_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, {("eng", 1.0): "den 80 %", ("Latin", 1.5): ""})
    words = fused("den 80 %")
    assert text(words) == "den 80 %"
    assert not any(one.doubt for one in words)
    assert all((one.confidence or 0) > 0.99 for one in words[1:])


@pytest.mark.parametrize(
    ("first", "others", "doubtful"),
    [
        ("1l", "1", False),
        ("69", "6,9", False),
        ("30", "80", True),
        ("-80", "80", True),
        ("6,4", "64", True),
    ],
)
def test_a_third_look_outvotes_the_first_but_in_a_digit_or_a_minus(
    monkeypatch: pytest.MonkeyPatch, first: str, others: str, doubtful: bool
) -> None:
    seen = f"den {others} procent"
    looks(monkeypatch, {("eng", 1.0): seen, ("swe", 1.5): seen})
    words = fused(f"den {first} procent")
    assert text(words) == seen
    assert [bool(one.doubt) for one in words] == [False, doubtful, False]


def test_a_third_look_settles_what_the_second_reader_misread(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, {("eng", 1.0): "kl 13,15 slut", ("swe", 1.5): "kl 13.15 slut"})
    words = fused("kl 13.15 slut")
    assert text(words) == "kl 13.15 slut"
    assert not any(one.doubt for one in words)


def test_a_number_on_which_no_two_agree_is_flagged_with_what_was_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks(monkeypatch, {("eng", 1.0): "den 86 procent", ("swe", 1.5): "den 36 procent"})
    number = fused("den 80 procent")[1]
    assert number.text == "80"
    assert number.doubt
    assert number.alternatives == ("86", "36")


def test_the_reader_of_numbers_is_not_outvoted_by_models_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, {("eng", 1.0): "den 86 procent", ("swe", 1.5): "den 80 procent"})
    assert fused("den 80 procent")[1].doubt


def test_a_space_inside_a_sum_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, {("eng", 1.0): "med 3557 kronor", ("swe", 1.5): ""})
    words = fused("med 3 557 kronor")
    assert text(words) == "med 3 557 kronor"
    assert not any(one.doubt for one in words)


def test_without_a_second_reader_every_number_is_flagged() -> None:
    none = Readers(MODELS.first, None, None)
    ((line,),) = fusion.fuse([[Line(row("den 80 procent"))]], [PLATE], none, seconds=1)
    assert [bool(one.doubt) for one in line.words] == [False, True, False]


@given(st.lists(st.sampled_from(["ett", "två", "tre", "12"]), min_size=1, max_size=6))
def test_a_reading_matches_itself_word_by_word(texts: list[str]) -> None:
    words = row(" ".join(texts))
    assert [(one.first, one.second) for one in pairs(words, words)] == [((w,), (w,)) for w in words]


def test_a_word_that_one_reader_split_is_one_place() -> None:
    (pair,) = pairs([word("delav", 0, 40)], [word("del", 0, 18), word("av", 24, 40)])
    assert text(pair.second) == "del av"


def test_dirt_goes_and_bullets_stay() -> None:
    scribble = Line((word("G", 10, 20, confidence=0.4),))
    speck = Line((word("`", 10, 12, confidence=0.9), *row("kallelsen under bilaga 2", x0=60)))
    bullet = Line((word("-", 50, 54, confidence=0.9), *row("att avslå ansökan", x0=60)))
    vote = Line((word("X", 300, 308, confidence=0.9),))
    kept, gone = dirt.without_dirt([scribble, speck, bullet, vote])
    assert [line.text for line in kept] == ["kallelsen under bilaga 2", "- att avslå ansökan", "X"]
    assert gone == 1


def test_a_paragraphs_number_alone_is_never_dirt() -> None:
    for printed in ("§1", "§ 12", "§", "7"):
        line = Line(row(printed, confidence=0.3))
        assert dirt.without_dirt([line]) == ([line], 0)


def test_the_dots_of_a_leader_are_counted_in_the_image() -> None:
    image = Image.new("L", (400, 60), 255)
    for x in range(100, 220, 6):
        image.paste(0, (x, 36, x + 2, 38))
    read = replace(word("....ssseserrse", 99, 220), box=Box(99, 20, 220, 40))
    after = (word("rr", 222, 228, top=28), word("7", 300, 306, top=28))
    line = Line((word("Val", 20, 40, top=28), read, *after))
    result = leaders.counted(line, Plate(image, 72, Frame(1.0)))
    assert [one.text for one in result.words] == ["Val", "." * 20, "7"]
    assert not leaders.is_leader("intressen")


def test_a_space_before_a_parenthesis_is_found_in_the_image() -> None:
    image = Image.new("L", (200, 40), 255)
    for x in (20, 30, 34, 38, 42):
        image.paste(0, (x, 12, x + 3, 20))
    line = Line((replace(word("1(11)", 20, 45), box=Box(20, 12, 45, 20)),))
    assert [one.text for one in gaps.widened(line, Plate(image, 72, Frame(1.0))).words] == ["1", "(11)"]
    tight = Image.new("L", (200, 40), 255)
    for x in range(20, 45, 5):
        tight.paste(0, (x, 12, x + 4, 20))
    assert gaps.widened(line, Plate(tight, 72, Frame(1.0))) == line


def test_a_gap_after_a_colon_is_no_space() -> None:
    none = Readers(MODELS.first, None, None)
    words = (word("1991/92:", 50, 98), word("43", 101, 113))
    ((line,),) = fusion.fuse([[Line(words)]], [PLATE], none, seconds=1)
    assert line.text == "1991/92:43"


def test_a_column_of_numbers_read_as_one_word_gives_way_to_its_numbers() -> None:
    column = Word("NONRWVNEP", box=Box(80, 100, 90, 180), confidence=0.4, source=WordSource.OCR)
    text = [part for top in (100, 130, 160) for part in row("Ärende om riktlinjer", x0=120, top=top)]
    seen = [word("1.", 80, 90, top=100), word("2.", 80, 90, top=130)]
    assert missed.completed([column, *text], seen) == (*text, *seen)
    assert missed.completed([column, *text], []) == (column, *text)


@pytest.mark.parametrize("letter", ["S", "$", "8"])
def test_a_letter_that_the_reader_of_numbers_calls_a_paragraph_sign_is_one(letter: str) -> None:
    first = (word(letter, 80, 86, confidence=0.9), word("26", 90, 100))
    second = (word("§", 80, 86, confidence=0.9), word("26", 90, 100))
    fused = voting.with_numbers(first, second, None)
    assert [(word.text, word.doubt) for word in fused] == [("§", None), ("26", None)]


def test_a_figure_before_a_word_is_no_paragraph_sign() -> None:
    first = (word("8", 80, 86, confidence=0.9), word("ja,", 90, 100))
    second = (word("§", 80, 86, confidence=0.9), word("ja,", 90, 100))
    figure, _ = voting.with_numbers(first, second, None)
    assert (figure.text, bool(figure.doubt)) == ("8", True)


def test_lines_that_no_reader_is_sure_of_are_in_doubt() -> None:
    noise = dirt.unsure(Line(row("AA re MesiiecSNy", confidence=0.5)))
    assert all(word.doubt == dirt.UNREADABLE and (word.confidence or 1) <= 0.3 for word in noise.words)
    for noted, sure in (("Nämnden bcslutar", 0.5), ("Ørsted", 0.95), ("......", 0.4)):
        line = Line(row(noted, confidence=sure))
        assert dirt.unsure(line) == line


def test_a_section_sign_read_as_a_digit_is_one_where_the_reader_of_numbers_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks(monkeypatch, {("eng", 1.0): "§63 0198/21", ("swe", 1.5): "", ("Latin", 1.5): "863 0198/21"})
    words = fused("863 0198/21")
    assert text(words).replace(" ", "") == "§630198/21"
    assert not any(one.doubt for one in words)


def test_the_beginning_of_a_sum_is_no_section(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, {("eng", 1.0): "§63 000 kronor", ("swe", 1.5): "", ("Latin", 1.5): "863 000 kronor"})
    words = fused("863 000 kronor")
    assert words[0].text == "863"
    assert words[0].doubt


def test_a_space_that_only_the_second_reading_lost_stays() -> None:
    first, second = row("att lägga"), row("attlägga")
    assert text(choose.words(Pair(first, second))) == "att lägga"


def test_scraps_of_a_column_that_was_read_as_upright_text_go_with_it() -> None:
    text = [word("Godkännande", 120, 190, top=100 + 18 * number) for number in range(6)]
    tall = Word("NOAA", Box(82, 118, 92, 165), confidence=0.0)
    scrap = word(">=", 82, 93, confidence=0.66)
    far = word("z", 82, 93, top=400, confidence=0.5)
    seen = [word(str(number), 84, 90, top=100 + 18 * number) for number in range(1, 4)]
    assert missed.completed([scrap, tall, far, *text], [word("1", 84, 90), *seen]) == (
        *(far, *text, word("1", 84, 90)),
        *seen,
    )


@pytest.mark.parametrize(
    ("text", "again"), [("(ÖP)", False), ("XYZ", False), ("QOZ", True), ("AKERBY", True)]
)
def test_capitals_are_read_again_only_where_a_ring_or_dots_may_be_lost(text: str, again: bool) -> None:
    assert choose.needs_word(replace(row(text)[0], confidence=0.97)) is again


@pytest.mark.parametrize(
    ("first", "second", "right"), [("Ahlén", "Åhlén", "Åhlén"), ("Ek", "Ek", "Ek"), ("far", "fär", "far")]
)
def test_a_capital_with_its_ring_is_taken_where_both_names_are_known(
    first: str, second: str, right: str
) -> None:
    assert chosen(first, second, sure=(0.9, 0.7)) == right


@pytest.mark.parametrize(("name", "again"), [("Ahlén", True), ("Andersson", False), ("Åhlén", False)])
def test_a_name_that_another_has_with_a_ring_is_read_again(name: str, again: bool) -> None:
    assert choose.needs_word(word(name, 50, 90, confidence=1.0)) is again
