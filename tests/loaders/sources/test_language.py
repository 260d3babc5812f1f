import pytest

from loaders.samples import samples
from loaders.sources.language import other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Лавров встретился с Рубио во вторник в Эр-Рияде.", "Russian"),
        ("Außenminister Wadephul hat mit Präsident Macron über die Lage in der Ukraine gesprochen.", "German"),
        ("Le président Macron s'est entretenu par téléphone avec le chancelier Merz.", "French"),
        ("El canciller se reunió el martes con el secretario de Estado Marco Rubio en Riad.", "Spanish"),
        ("Міністр закордонних справ Сибіга провів телефонну розмову з держсекретарем Рубіо.", "Ukrainian"),
        ("PREDSEDNIK VUČIĆ RAZGOVARAO JE TELEFONOM SA PUTINOM O KOSOVU", "Serbian"),
        ("外交部长王毅会见了美国国务卿鲁比奥，双方就中美关系交换了意见。", "Chinese"),
        ("وزير الخارجية السعودي يلتقي نظيره الأمريكي في الرياض", "Arabic"),
        ("Dışişleri Bakanı Hakan Fidan, Rus mevkidaşı Sergey Lavrov ile telefonda görüştü.", "Turkish"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov calls Rubio",
        "Rubio met Lavrov in Riyadh.",
        "RUBIO AND LAVROV HOLD PHONE CALL",
        "Sadyr Japarov of Kyrgyzstan and Emomali Rahmon of Tajikistan were heard on Monday.",
        "Fidan leaves for Baku on Thursday night.",
        "Putin, Xi, Modi, Erdoğan, Lula",
        "Vučić, Kurti in Brussels",
        "Türkiye's Erdoğan, Azerbaijan's Aliyev meet",
        "National Defense Minister Yaşar Güler in Ankara",
        "123",
        "",
    ],
)
def test_short_texts_full_of_names_count_as_english(text: str) -> None:
    assert other_language(text) is None


def test_every_sample_and_every_paragraph_of_it_is_english() -> None:
    for source in samples():
        assert [part for part in [source.text, *source.text.split("\n\n")] if other_language(part)] == []
