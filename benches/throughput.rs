//! How fast text is read: the bytes a second of each step, and what a start costs.
//!
//! `cargo bench` measures on made-up news of a few megabytes; `CLAIMLINT_BENCH_FILE=articles.txt cargo bench` on a file
//! of your own as well, read in the format that its name tells. Nothing here fails for being slow.

#![expect(
    clippy::expect_used,
    reason = "a bench whose input cannot be read has nothing to measure"
)]

use std::io;
use std::sync::LazyLock;

use claimlint::claim::Reading;
use claimlint::document::{Articles, Document, Format, Found};
use claimlint::extract;
use claimlint::lexicon::Lexicon;
use claimlint::report::claims_jsonl::Lines;
use divan::Bencher;
use divan::counter::BytesCount;

/// The file of your own.
const VARIABLE: &str = "CLAIMLINT_BENCH_FILE";

/// The length of the made-up news, in bytes.
const LENGTH: usize = 4 * 1024 * 1024;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);
static MADE_UP: LazyLock<Input> = LazyLock::new(|| Input {
    name: "news.txt".to_owned(),
    bytes: news(LENGTH).into_bytes(),
});
static OWN: LazyLock<Option<Input>> = LazyLock::new(|| {
    let name = std::env::var(VARIABLE).ok()?;
    let bytes = std::fs::read(&name).expect("the file that CLAIMLINT_BENCH_FILE names");
    Some(Input { name, bytes })
});

fn main() {
    divan::main();
}

/// The bytes of a file in memory.
struct Input {
    name: String,
    bytes: Vec<u8>,
}

impl Input {
    fn articles(&self) -> impl Iterator<Item = Document> {
        let format = Format::of_path(&self.name);
        let articles = Articles::of(format, &self.name, &self.bytes[..], &LEXICON.furniture);
        let found = articles.expect("bytes in memory").flatten();
        found.filter_map(|found| match found {
            Found::Article(document) => Some(document),
            Found::Problem(_) | Found::Remark(_) => None,
        })
    }

    fn readings(&self) -> impl Iterator<Item = Reading> {
        self.articles()
            .map(|document| extract::read(document, &LEXICON))
    }
}

/// The inputs by name.
fn inputs() -> impl Iterator<Item = &'static str> {
    ["made-up"]
        .into_iter()
        .chain(OWN.is_some().then_some("own"))
}

fn input(name: &str) -> &'static Input {
    OWN.as_ref().filter(|_| name == "own").unwrap_or(&MADE_UP)
}

/// What a run costs before it reads anything.
#[divan::bench]
fn start_up() -> Lexicon {
    Lexicon::english()
}

/// From bytes to documents with their blocks.
#[divan::bench(args = inputs(), sample_count = 10)]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            input
                .articles()
                .map(|document| document.blocks.len())
                .sum::<usize>()
        });
}

/// From bytes to claims.
#[divan::bench(args = inputs(), sample_count = 10)]
fn read_and_extract(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            input
                .readings()
                .map(|reading| reading.claims.len())
                .sum::<usize>()
        });
}

/// From bytes to JSON Lines, all claims, as `extract --all --format jsonl` does.
#[divan::bench(args = inputs(), sample_count = 10)]
fn read_extract_and_write(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| write(input.readings()));
}

/// From claims to JSON Lines; still by the bytes of the input.
#[divan::bench(args = inputs(), sample_count = 10)]
fn write_alone(bencher: Bencher<'_, '_>, name: &str) {
    let input = input(name);
    let readings: Vec<Reading> = input.readings().collect();
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| write(&readings));
}

fn write<R: std::borrow::Borrow<Reading>>(readings: impl IntoIterator<Item = R>) {
    let mut lines = Lines::default();
    for reading in readings {
        lines
            .write(&mut io::sink(), reading.borrow(), true)
            .expect("a sink takes everything");
    }
    lines
        .flush(&mut io::sink())
        .expect("a sink takes everything");
}

/// Sentences with a figure; `{n}` is one of any size, `{s}` a small one, `{p}` a place, `{w}` somebody.
const FIGURES: [&str; 14] = [
    "At least {s} people were killed when a bus left the mountain road near {p}, {w} said.",
    "Some {n} people have fled their homes in {p} since the river broke its banks, according to {w}.",
    "The company, which is based in {p}, sold ${s}.4 million worth of pumps in the first quarter.",
    "Prices of bread and cooking oil in {p} rose by {s} percent from a year earlier.",
    "\"We counted {n} tents in the stadium alone,\" {w} told reporters in {p} on Tuesday.",
    "More than {n} workers voted to strike over pay, the largest such vote in {p} for years.",
    "The new line will run for {s} kilometers and join {p} with the coast.",
    "Rescuers pulled {s} survivors from the rubble of the school, among them two teachers.",
    "Last year {n} children in {p} were vaccinated against measles, up from {s},000 the year before.",
    "The court sentenced a {s}-year-old driver from {p} to five years in prison.",
    "Nearly {n} hectares of forest around {p} have burned since the end of May.",
    "{p} beat the visitors by {s} points in front of {n} spectators.",
    "About {s}% of the villages in the hills above {p} are still cut off, {w} said.",
    "The strongest shock, of magnitude 5.6, was felt in {p} on 14 February 2024.",
];

/// Sentences without one.
const WORDS: [&str; 14] = [
    "The government in {p} did not immediately comment on the report.",
    "It was not clear what had caused the accident, and the road remained closed into the evening.",
    "{w} said that the search would go on as long as there was any hope.",
    "Residents of {p} have complained for a long time that nobody listens to them.",
    "The talks had been put off again and again because neither side would name its delegates.",
    "\"We have seen nothing like it, and our parents have seen nothing like it,\" said a baker in {p}.",
    "Heavy rain is expected to reach the south of the country by the weekend.",
    "Critics of the plan say that it favors the large farms over the small ones.",
    "The museum, once a railway station, opens to the public again in the spring.",
    "Analysts had expected the bank to wait until the summer before it moved.",
    "{w} denied that anybody had been warned before the dam was opened.",
    "Schools in {p} stayed shut while engineers looked over the damaged bridge.",
    "An inquiry is under way, and the results are to be made public.",
    "In the market square the traders packed up early and went home.",
];

const PLACES: [&str; 12] = [
    "Lima", "Manila", "Nairobi", "Lisbon", "Chicago", "Goma", "Dhaka", "Warsaw", "Jakarta",
    "Quito", "Accra", "Zürich",
];

const SPEAKERS: [&str; 8] = [
    "police",
    "the mayor’s office",
    "the Red Cross",
    "a spokesman for the ministry",
    "the United Nations",
    "officials",
    "the union",
    "the hospital",
];

/// Made-up news in plain text, the same every time: paragraphs of a few sentences, with about one figure in 170 bytes.
fn news(length: usize) -> String {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut text = String::with_capacity(length + 1024);
    while text.len() < length {
        for sentence in 0..2 + dice.below(4) {
            if sentence > 0 {
                text.push(' ');
            }
            let templates = if dice.below(5) < 2 { &FIGURES } else { &WORDS };
            let template = templates[dice.below(templates.len())];
            let filled = template
                .replace("{p}", PLACES[dice.below(PLACES.len())])
                .replace("{w}", SPEAKERS[dice.below(SPEAKERS.len())])
                .replace("{s}", &(2 + dice.below(89)).to_string())
                .replace("{n}", &thousands(1 + dice.below(900), dice.below(1000)));
            let mut letters = filled.chars();
            text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            text.push_str(letters.as_str());
        }
        text.push_str("\n\n");
    }
    text
}

/// A number as newspapers write it: 12,340.
fn thousands(thousands: usize, ones: usize) -> String {
    format!("{thousands},{ones:03}")
}

/// Numbers that are as good as random, and the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}
