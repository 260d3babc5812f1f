"""Who is named in an article, and with which office; every sentence is invented."""

import pytest

from tests.loaders.extract.scenes import offices, scene_of


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("In Goma Rwandan Foreign Minister Jean Habimana left.", "Jean Habimana", ("Foreign Minister", "Rwanda")),
        ("Jean Habimana, Rwanda's top diplomat, left Kigali.", "Jean Habimana", ("top diplomat", "Rwanda")),
        ("Jean Habimana, the foreign minister of Rwanda, left.", "Jean Habimana", ("foreign minister", "Rwanda")),
        ("Rwanda's foreign minister, Jean Habimana, left.", "Jean Habimana", ("foreign minister", "Rwanda")),
        (
            "Minister of Foreign Affairs of Rwanda Jean Habimana left.",
            "Jean Habimana",
            ("Minister of Foreign Affairs", "Rwanda"),
        ),
        ("The Rwandan FM Jean Habimana left.", "Jean Habimana", ("Foreign Minister", "Rwanda")),
        ("President Amadou Keba of Gambia left.", "Amadou Keba", ("President", "Gambia")),
        ("The mayor of Kisumu, Peter Otieno, left.", "Peter Otieno", ("mayor", "Kisumu")),
        ("The leader of the Uhuru Party, Peter Otieno, left.", "Peter Otieno", ("leader", "Uhuru Party")),
        ("Uhuru Party leader Peter Otieno met the Kenyan president.", "Peter Otieno", ("leader", "Uhuru Party")),
        ("Kremlin spokesman Pavel Orlov declined to comment.", "Pavel Orlov", ("Kremlin spokesman", "Russia")),
        (
            "State Department spokeswoman Jane Doyle declined to comment.",
            "Jane Doyle",
            ("State Department spokeswoman", "United States"),
        ),
        ("The secretary of state, Jane Doyle, flew to Oslo.", "Jane Doyle", ("secretary of state", "United States")),
        ("Taoiseach Aoife Brennan flew to Oslo.", "Aoife Brennan", ("Taoiseach", "Ireland")),
        ("Chinese Consul General in Durban Li Baoguo was there.", "Li Baoguo", ("Consul General in Durban", "China")),
        ("Former Peruvian president Alan Quispe was there.", "Alan Quispe", ("Former president", "Peru")),
        ("UN envoy for Sudan Paul Meyer landed in Juba.", "Paul Meyer", ("envoy for Sudan", "United Nations")),
        ("Ali Hassan, who heads the Omani delegation, was there.", "Ali Hassan", ("head of the delegation", "Oman")),
        (
            "Iran's deputy prime minister and oil minister, Reza Karimi, spoke.",
            "Reza Karimi",
            ("deputy prime minister and oil minister", "Iran"),
        ),
        (
            "The spokeswoman of the Kenyan presidency, Ruth Mwangi, spoke.",
            "Ruth Mwangi",
            ("spokeswoman", "Kenyan presidency"),
        ),
        (
            "Gen. (ret.) Ofer Katzir, Israel's national security adviser, spoke.",
            "Ofer Katzir",
            ("national security adviser", "Israel"),
        ),
    ],
)
def test_an_office_that_stands_with_a_name(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Governors Adama Traore (Mopti), Salif Keita (Gao) and Moussa Diarra (Bamako) met.",
            {
                "Adama Traore": ("Governor", "Mopti"),
                "Salif Keita": ("Governor", "Gao"),
                "Moussa Diarra": ("Governor", "Bamako"),
            },
        ),
        (
            "Latvian Foreign Minister Anna Berzina hosted her colleagues Tomas "
            "Kalnietis (Lithuania) and Mart Saar (Estonia).",
            {"Tomas Kalnietis": ("Foreign Minister", "Lithuania"), "Mart Saar": ("Foreign Minister", "Estonia")},
        ),
        (
            "The foreign ministers of Kenya and Rwanda spoke on Friday. Kenya's "
            "Ruth Mwangi and Jean Habimana for Rwanda met.",
            {"Ruth Mwangi": ("foreign minister", "Kenya"), "Jean Habimana": ("foreign minister", "Rwanda")},
        ),
        (
            "Interior ministers Paul Meyer of Austria, Eva Blum of Germany and "
            "Reto Frei of Switzerland met at Bregenz.",
            {"Paul Meyer": ("Interior minister", "Austria"), "Reto Frei": ("Interior minister", "Switzerland")},
        ),
        (
            "The foreign ministers of Ghana and Togo, Kwame Boadu and Koffi Ayeva respectively, met in Aflao.",
            {"Kwame Boadu": ("foreign minister", "Ghana"), "Koffi Ayeva": ("foreign minister", "Togo")},
        ),
        (
            "Mehmet Yilmaz and Aram Sargsyan, the special envoys of Ankara and Yerevan, met in Tbilisi.",
            {"Mehmet Yilmaz": ("special envoy", "Turkey"), "Aram Sargsyan": ("special envoy", "Armenia")},
        ),
        (
            "The finance ministers, Mette Holm and Jan Nowak, will sign. Denmark and Poland had agreed in May.",
            {"Mette Holm": ("finance minister", "Denmark"), "Jan Nowak": ("finance minister", "Poland")},
        ),
        (
            "The three members of the panel, former prime ministers Ann Roux of Belize and Joe Clay of Fiji, are back.",
            {"Ann Roux": ("former prime minister", "Belize"), "Joe Clay": ("former prime minister", "Fiji")},
        ),
    ],
)
def test_an_office_of_several(text: str, expected: dict[str, tuple[str, str]]) -> None:
    found = offices(scene_of(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Grace Banda, who chairs the SADC Council of Ministers, called.",
            "Grace Banda",
            ("chair of the Council of Ministers", "Southern African Development Community"),
        ),
        (
            "Justice Ali Karim, who presides over the Supreme Court of Kuwait, resigned.",
            "Ali Karim",
            ("president of the Supreme Court", "Kuwait"),
        ),
        (
            "Hosting them was Kyrgyzstan's Akyl Asanov, who heads the country's diplomacy.",
            "Akyl Asanov",
            ("top diplomat", "Kyrgyzstan"),
        ),
        (
            "Zambian President John Phiri is at home. Ruth Mwale, who speaks for him, said so.",
            "Ruth Mwale",
            ("presidential spokesperson", "Zambia"),
        ),
        (
            "Zambian President John Phiri sent Ruth Mwale, who advises him on trade.",
            "Ruth Mwale",
            ("trade adviser", "Zambia"),
        ),
        (
            "Erik Olsen of the Centre Party, who was prime minister of Norway until 2016, spoke.",
            "Erik Olsen",
            ("prime minister", "Norway"),
        ),
        ("The Kuomintang met. Ana Lopez was elected its chairwoman.", "Ana Lopez", ("chairwoman", "Kuomintang")),
    ],
)
def test_an_office_told_by_a_verb(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Omani Foreign Minister Said Harthy rang his Yemeni colleague Ali Saleh.",
            "Ali Saleh",
            ("Foreign Minister", "Yemen"),
        ),
        (
            "Omani Foreign Minister Said Harthy spoke with Ali Saleh, his Yemeni colleague, on Monday.",
            "Ali Saleh",
            ("Foreign Minister", "Yemen"),
        ),
        (
            "Prime Minister Ivan Petrov of Bulgaria met his colleague from Ankara, Mehmet Yilmaz, in Sofia.",
            "Mehmet Yilmaz",
            ("Prime Minister", "Turkey"),
        ),
        (
            "The International Monetary Fund met. The Fund's managing director, Clara Weber, spoke.",
            "Clara Weber",
            ("managing director", "International Monetary Fund"),
        ),
        (
            "Clara Weber, managing director of the International Monetary Fund, "
            "spoke; Tom Reed, her first deputy, did not.",
            "Tom Reed",
            ("first deputy managing director", "International Monetary Fund"),
        ),
        (
            'The teachers\' union walked out. "Enough," said its president, Rosa Quispe, in La Paz.',
            "Rosa Quispe",
            ("president", "teachers' union"),
        ),
        ("A deputy minister, Karim Aziz, took the seat of Iraq.", "Karim Aziz", ("deputy minister", "Iraq")),
        ("Bavaria's premier, Max Huber, flew to Prague.", "Max Huber", ("premier", "Bavaria")),
        (
            "Cardinal Luigi Rossi, Secretary of State, received the minister.",
            "Luigi Rossi",
            ("Secretary of State", "Vatican"),
        ),
        (
            "H.E. Mr Paulo Dias, Minister of External Relations of the Republic of Angola, landed in Windhoek.",
            "Paulo Dias",
            ("Minister of External Relations", "Angola"),
        ),
        (
            "They welcomed to Windhoek H.E. Mr Paulo Dias, Foreign Minister of Angola.",
            "Paulo Dias",
            ("Foreign Minister", "Angola"),
        ),
        (
            "Sayyid Faisal Al Harthy, Foreign Minister of the Sultanate of Oman, landed in Doha.",
            "Faisal Al Harthy",
            ("Foreign Minister", "Oman"),
        ),
        ("His Majesty Sultan Faisal bin Qais of Oman landed in Doha.", "Faisal bin Qais", ("Sultan", "Oman")),
        (
            "On the same day Deputy Prime Minister Tran Van Minh of Vietnam left.",
            "Tran Van Minh",
            ("Deputy Prime Minister", "Vietnam"),
        ),
        ("That is how long President Juan Pardo of Paraguay had to wait.", "Juan Pardo", ("President", "Paraguay")),
        (
            "The EU special representative for the Horn of Africa, Anna Weber, landed in Nairobi.",
            "Anna Weber",
            ("special representative for the Horn of Africa", "European Union"),
        ),
        (
            "Ruth Orlova, Speaker of the Federation Council of Russia, landed.",
            "Ruth Orlova",
            ("Speaker of the Federation Council", "Russia"),
        ),
        (
            "The president of Haiti's Transitional Council, Jean Moise, spoke.",
            "Jean Moise",
            ("president of the Transitional Council", "Haiti"),
        ),
        ("Karim Aziz, President John Phiri's envoy, met Zambian officials.", "Karim Aziz", ("envoy", "Zambia")),
    ],
)
def test_offices_as_other_regions_write_them(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


def test_no_office_that_the_text_does_not_give() -> None:
    assert offices(scene_of("Emmanuel Macron and Italy's Giorgia Meloni met.")) == {
        "Emmanuel Macron": None,
        "Giorgia Meloni": None,
    }


def test_an_office_given_only_further_on() -> None:
    text = "Emmanuel Macron flew to Rome on Friday. The French president stayed for dinner."
    assert offices(scene_of(text))["Emmanuel Macron"] == ("president", "France")


def test_predecessor() -> None:
    text = "Zambian President John Phiri praised his predecessor, Mary Banda, on Monday."
    assert offices(scene_of(text))["Mary Banda"] == ("former President", "Zambia")


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Kennedy Center in Washington on Monday.",
        "The Jakarta Tribune reported on Tuesday that talks had failed.",
        "They signed the Treaty of Waitangi at Mehrabad International Airport.",
    ],
)
def test_places_papers_and_treaties_are_no_people(text: str) -> None:
    assert offices(scene_of(text)) == {}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "HE President of the sisterly Arab Republic of Egypt Omar Sabry rang.",
            "Omar Sabry",
            ("President", "Egypt"),
        ),
        ("Chad's military leader Senior General Idriss Oumar rang.", "Idriss Oumar", ("military leader", "Chad")),
        ("Former Chadian head of state General Idriss Oumar rang.", "Idriss Oumar", ("Former head of state", "Chad")),
        ("Idriss Oumar, the spokesman of the Taliban, rang.", "Idriss Oumar", ("spokesman", "Taliban")),
        (
            "Peru's Minister of Power and Energy, Mr. Juan Vilca, rang.",
            "Juan Vilca",
            ("Minister of Power and Energy", "Peru"),
        ),
        ("Juan Vilca, leader of the UDR, rang.", "Juan Vilca", ("leader", "UDR")),
        ("Lualaba Governor Juan Vilca rang.", "Juan Vilca", ("Governor", "Lualaba")),
        (
            "Juan Vilca, the Secretary-General's envoy, rang.",
            "Juan Vilca",
            ("Secretary-General envoy", "United Nations"),
        ),
        (
            "The Americans' envoy for Afghan reconciliation, Jane Doyle, rang.",
            "Jane Doyle",
            ("envoy for Afghan reconciliation", "United States"),
        ),
        (
            "The head of the Hamas political bureau, Ali Omar, rang.",
            "Ali Omar",
            ("head of the political bureau", "Hamas"),
        ),
        ("Peru's First Lady Rosa Vilca rang.", "Rosa Vilca", ("First Lady", "Peru")),
        ("Brunei's Minister of Finance II Dato Amin Yusof rang.", "Amin Yusof", ("Minister of Finance", "Brunei")),
        ("The Sultan of Sokoto, Bello Abubakar, rang.", "Bello Abubakar", ("Sultan", "Sokoto")),
        (
            "Chad's self-proclaimed chief of defense staff, Idriss Oumar, rang.",
            "Idriss Oumar",
            ("chief of defense staff", "Chad"),
        ),
        (
            "Peru's Vice-President Rosa Vilca of the Democratic Progressive Party rang.",
            "Rosa Vilca",
            ("Vice-President", "Peru"),
        ),
    ],
)
def test_offices_with_words_around_them(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office
