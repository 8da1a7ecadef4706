use super::*;

fn first(name: &str) -> Candidate {
    let found = Gazetteer::embedded().lookup(name);
    found.and_then(|mut found| found.next()).expect(name)
}

fn longest(text: &str) -> Option<(usize, &'static str)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let found = Gazetteer::embedded().longest_match(|i| words.get(i).copied());
    found.map(|(count, mut places)| (count, places.next().unwrap().name()))
}

#[test]
fn a_place_is_known_by_its_names() {
    for (written, name, country) in [
        ("Mumbai", "Mumbai", "India"),
        ("Bombay", "Mumbai", "India"),
        ("Kyiv", "Kyiv", "Ukraine"),
        ("KIEV", "Kyiv", "Ukraine"),
        ("Kharkov", "Kharkiv", "Ukraine"),
        ("Khan Yunis", "Khan Younis", "Palestine"),
        ("Khan Younis", "Khan Younis", "Palestine"),
        ("Khan Yunus", "Khan Younis", "Palestine"),
        ("Sana'a", "Sanaa", "Yemen"),
        ("Port au Prince", "Port-au-Prince", "Haiti"),
        ("Sao Paulo", "São Paulo", "Brazil"),
        ("St. Petersburg", "Saint Petersburg", "Russia"),
        ("Ft. Worth", "Fort Worth", "United States"),
        ("Gaza City", "Gaza City", "Palestine"),
        ("Deir Ezzor", "Deir ez-Zor", "Syria"),
        ("U.S.", "United States", "United States"),
        ("Britain", "United Kingdom", "United Kingdom"),
        ("Burma", "Myanmar", "Myanmar"),
        ("Côte d’Ivoire", "Ivory Coast", "Ivory Coast"),
        ("Scotland", "Scotland", "United Kingdom"),
        ("Calif.", "California", "United States"),
        ("Homs governorate", "Homs province", "Syria"),
        ("Crimea", "Crimea", "Ukraine"),
    ] {
        let place = first(written);
        assert_eq!(
            (place.name(), place.country()),
            (name, country),
            "{written}"
        );
    }
    for none in ["the", "killed", "Hamas", "Xyzzy", "ministry", "", "95"] {
        assert_eq!(Gazetteer::embedded().lookup(none), None, "{none}");
    }
}

#[test]
fn a_name_of_several_places_means_the_most_populous_first() {
    for (name, countries) in [
        ("Tripoli", ["LY", "LB"]),
        ("Birmingham", ["GB", "US"]),
        ("Paris", ["FR", "US"]),
        ("Georgia", ["US", "GE"]),
    ] {
        let codes: Vec<_> = Gazetteer::embedded()
            .lookup(name)
            .unwrap()
            .map(|place| place.country_code())
            .take(2)
            .collect();
        assert_eq!(codes, countries, "{name}");
    }
}

#[test]
fn the_longest_name_is_taken() {
    for (text, found) in [
        ("New York City officials", Some((3, "New York City"))),
        ("New York officials", Some((2, "New York"))),
        ("New figures", None),
        ("Port-au-Prince on", Some((1, "Port-au-Prince"))),
        ("Port au Prince", Some((3, "Port-au-Prince"))),
        (
            "Deir ez-Zor province said",
            Some((3, "Deir ez-Zor province")),
        ),
        (
            "Democratic Republic of the Congo",
            Some((5, "Democratic Republic of the Congo")),
        ),
        ("Gaza", Some((1, "Gaza City"))),
        ("", None),
    ] {
        assert_eq!(longest(text), found, "{text}");
    }
}

#[test]
fn a_place_tells_what_it_is_and_where_it_lies() {
    let birmingham = Gazetteer::embedded()
        .resolve("Birmingham, Alabama")
        .unwrap();
    assert_eq!(birmingham.kind(), Kind::City);
    assert_eq!(birmingham.division(), Some("Alabama"));
    assert_eq!(birmingham.division_code(), Some("AL"));
    assert_eq!(birmingham.country_code(), "US");
    assert!(birmingham.lies_within("Alabama"));
    assert!(birmingham.lies_within("US"));
    assert!(!birmingham.lies_within("England"));
    assert!(!birmingham.lies_within("Birmingham"));
    assert!(birmingham.population() > 100_000);
    let rafah = first("Rafah");
    assert_eq!(rafah.division(), Some("Gaza Strip"));
    assert_eq!(rafah.container().map(|c| c.kind()), Some(Kind::Division));
    assert!(first("Damascus").is_capital() && !first("Aleppo").is_capital());
    assert_eq!(
        first("Texas").container().map(|c| c.name()),
        Some("United States")
    );
    assert_eq!(first("France").container(), None);
    assert_eq!(Gazetteer::embedded().resolve("Paris, Narnia"), None);
}

#[test]
fn a_name_tells_what_else_it_may_be() {
    let flags = |name: &str| {
        let place = first(name);
        (place.written(), place.is_word(), place.is_person())
    };
    assert_eq!(flags("Reading"), (Written::Main, true, false));
    assert_eq!(flags("Jackson"), (Written::Main, false, true));
    assert_eq!(flags("Aleppo"), (Written::Main, false, false));
    assert_eq!(flags("Tenn."), (Written::Shortened, false, false));
    assert_eq!(flags("Bombay"), (Written::Other, false, false));
}

#[test]
fn a_word_that_begins_no_name_is_turned_away() {
    let gazetteer = Gazetteer::embedded();
    for word in ["New", "Khan", "port", "Los", "U.S"] {
        assert!(gazetteer.may_begin(word), "{word}");
    }
    let words = "which people said killed according injured hostages government";
    for word in words.split(' ').chain(["", "-", "Mumb", "100%"]) {
        assert!(!gazetteer.may_begin(word), "{word}");
    }
}
