"""Who is named in an article, and with which office; every sentence is invented."""

import pytest

from loaders.extract.scene import Scene
from tests.loaders.extract.scenes import scene_of


def offices(scene: Scene) -> dict[str, tuple[str, str] | None]:
    """Each person's office as title and whose it is."""
    return {
        entity.name: (entity.office.title, entity.office.of) if entity.office else None
        for entity in scene.entities
        if entity.is_person
    }


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


def test_the_leaders_sister_is_not_the_leader() -> None:
    assert offices(scene_of("In Pyongyang Ms Park Ji-won, the leader's sister, spoke."))["Park Ji-won"] is None


def test_an_ambassador_received_at_home_is_another_countrys() -> None:
    text = "LIMA, May 3 (Andina) - A Chilean trawler sank. The ministry summoned Ambassador Eva Rojas on Monday."
    assert offices(scene_of(text))["Eva Rojas"] == ("Ambassador", "Chile")


def test_a_counterpart_has_the_office_of_the_one_before() -> None:
    found = offices(scene_of("Togolese President Koffi Ayeva called his Ghanaian counterpart, Kwame Boadu, on Monday."))
    assert found["Kwame Boadu"] == ("President", "Ghana")


def test_the_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    text = "U.S. Secretary of State Jane Doyle met her Norwegian counterpart, Nils Berg, on Monday."
    assert offices(scene_of(text))["Nils Berg"] == ("Foreign Minister", "Norway")


def test_several_counterparts() -> None:
    text = "Peruvian Foreign Minister Rosa Vilca met her counterparts, Juan Pardo of Bolivia and Eva Rojas of Chile."
    found = offices(scene_of(text))
    assert found["Juan Pardo"] == ("Foreign Minister", "Bolivia")
    assert found["Eva Rojas"] == ("Foreign Minister", "Chile")


def test_one_office_for_several_names() -> None:
    text = "The foreign ministers of Peru and Chile, Rosa Vilca and Eva Rojas, met in Arica."
    found = offices(scene_of(text))
    assert (found["Rosa Vilca"], found["Eva Rojas"]) == (("foreign minister", "Peru"), ("foreign minister", "Chile"))


def test_a_list_of_offices_and_names_is_read_in_pairs() -> None:
    text = (
        "Round the table sat the Danish premier, Mette Holm, the Polish president, Jan Nowak, and the king's envoy, "
        "Lars Friis."
    )
    found = offices(scene_of(text))
    assert (found["Mette Holm"], found["Jan Nowak"]) == (("premier", "Denmark"), ("president", "Poland"))


def test_names_before_their_offices_are_read_in_pairs() -> None:
    text = (
        "Mette Holm, the Danish premier, will be joined by Jan Nowak, the Polish president, and Lars Friis, an envoy."
    )
    found = offices(scene_of(text))
    assert (found["Mette Holm"], found["Jan Nowak"]) == (("premier", "Denmark"), ("president", "Poland"))


def test_the_next_office_of_a_list_is_of_the_same_country() -> None:
    text = "Danish Foreign Minister Mette Holm and Defence Minister Lars Friis flew to Paris and met Ann Roux."
    assert offices(scene_of(text))["Lars Friis"] == ("Defence Minister", "Denmark")


def test_the_countrys_own_press_leaves_the_country_out() -> None:
    text = "Lima summit\nLIMA, May 3 (Andina) - President Alan Quispe received Chilean Interior Minister Eva Rojas."
    assert offices(scene_of(text))["Alan Quispe"] == ("President", "Peru")


def test_whose_a_well_known_person_is() -> None:
    found = offices(scene_of("President Zelensky thanked Prime Minister Narendra Modi.", published="2025-03-01"))
    assert found == {"Zelensky": ("President", "Ukraine"), "Narendra Modi": ("Prime Minister", "India")}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Russian President Vladimir Putin spoke in Sochi. Former prime minister Tony Blair followed.",
            "Tony Blair",
            ("Former prime minister", "United Kingdom"),
        ),
        (
            "Putin recalled a warning to then-president George W. Bush in the Kremlin.",
            "George W. Bush",
            ("then-president", "United States"),
        ),
        (
            "Turkey's Hakan Fidan saw off Secretary of Foreign Affairs Maria Theresa Lazaro.",
            "Maria Theresa Lazaro",
            ("Secretary of Foreign Affairs", "Philippines"),
        ),
        (
            "The prime ministers of Hungary and Slovakia sat down at last. “It was good,” Viktor Orbán said.",
            "Viktor Orbán",
            ("prime minister", "Hungary"),
        ),
        (
            "The foreign ministers' dinner is on Friday. Japan's Takeshi Iwaya has confirmed.",
            "Takeshi Iwaya",
            ("foreign minister", "Japan"),
        ),
    ],
)
def test_a_known_office_holder_keeps_to_his_country(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


def test_a_former_office_of_an_unknown_person_is_not_that_of_the_country_told_of() -> None:
    text = "Russian President Vladimir Putin opened the forum. On Tuesday former prime minister Arno Lind followed him."
    assert offices(scene_of(text))["Arno Lind"] is None


def test_no_office_that_the_text_does_not_give() -> None:
    assert offices(scene_of("Emmanuel Macron and Italy's Giorgia Meloni met.")) == {
        "Emmanuel Macron": None,
        "Giorgia Meloni": None,
    }


def test_an_office_given_only_further_on() -> None:
    text = "Emmanuel Macron flew to Rome on Friday. The French president stayed for dinner."
    assert offices(scene_of(text))["Emmanuel Macron"] == ("president", "France")


def test_a_body_named_before_owns_the_office() -> None:
    text = "The African Union met on Monday. The organisation's secretary-general, Paul Mensah, opened the session."
    assert offices(scene_of(text))["Paul Mensah"] == ("secretary-general", "African Union")


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


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Peruvian Foreign Minister Rosa Vilca landed. In Luanda she will call on President Caio Neto.",
            "Caio Neto",
            ("President", "Angola"),
        ),
        (
            "On the Omani side sat Defence Minister Said Harthy. Jordanian envoy Samir Kabariti came too.",
            "Said Harthy",
            ("Defence Minister", "Oman"),
        ),
        (
            "Fiji's premier was in London, and Suva is sending Trade Minister Jone Vula to Rome.",
            "Jone Vula",
            ("Trade Minister", "Fiji"),
        ),
        (
            "Former Kenyan premier Joash Odera will fly to Oslo as the African Union's mediator, an aide said.",
            "Joash Odera",
            ("mediator", "African Union"),
        ),
        (
            "The envoys, Alan Pike of Britain, Kari Moe of Norway and Susan Teller of Canada, met in Oslo.",
            "Kari Moe",
            ("envoy", "Norway"),
        ),
        (
            "Iran's embassy protested on Monday. A day later embassy spokesman Reza Karimi apologised.",
            "Reza Karimi",
            ("embassy spokesman", "Iran"),
        ),
        ("Peru's president, former economist Alan Quispe, flew to Oslo.", "Alan Quispe", ("president", "Peru")),
        (
            "Zambian President John Phiri flew to Lima, where he met Trade Minister Rosa Vilca.",
            "Rosa Vilca",
            ("Trade Minister", "Peru"),
        ),
        (
            "Kenyan president Ann Mwangi proposed a meeting of Joash Odera and his Ugandan colleague, Sam Okello.",
            "Sam Okello",
            ("president", "Uganda"),
        ),
        (
            "The foreign ministers of Kenya and Peru met Mali's president Issa Keba. A call of the ministers with "
            "their counterpart from Angola, Caio Neto, was put off.",
            "Caio Neto",
            ("Foreign Minister", "Angola"),
        ),
        (
            "Defence Minister Ann Mwangi and Foreign Minister Joash Odera of Kenya await their Peruvian counterparts, "
            "Rosa Vilca and Alan Quispe.",
            "Rosa Vilca",
            ("Defence Minister", "Peru"),
        ),
    ],
)
def test_whose_an_office_is_by_what_stands_around(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office
