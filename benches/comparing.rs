//! How long it takes to hold the claims of many documents against each other: all of one measure and one place, which
//! is the worst case, ten to a document. The time is that of [`check`] alone, without reading;
//! and what the fact-check report of 500 of them takes.
//!
//! `cargo bench --bench comparing` goes to 100,000 claims; `CLAIMLINT_BENCH_MILLION=1` adds a million, which takes some
//! 3 GB of memory. Nothing here fails for being slow.

use claimlint::claim::Reading;
use claimlint::document::{Date, plain};
use claimlint::dossier::{Case, Dossier, Group};
use claimlint::extract;
use claimlint::lexicon::Lexicon;
use claimlint::report::factcheck::{Layout, Options, page, render};
use claimlint::rules::{RuleSet, check};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Claims in a document.
const CLAIMS: usize = 10;

fn main() {
    divan::main();
}

/// How many claims are compared.
fn sizes() -> impl Iterator<Item = usize> {
    let million = std::env::var_os("CLAIMLINT_BENCH_MILLION").map(|_| 1_000_000);
    [1_000, 10_000, 100_000].into_iter().chain(million)
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn claims_of_one_place(bencher: Bencher<'_, '_>, claims: usize) {
    let lexicon = Lexicon::english();
    let rules = RuleSet::builtin(&lexicon);
    let readings = readings(&lexicon, claims / CLAIMS);
    bencher
        .counter(ItemsCount::new(claims))
        .bench(|| check(&readings, &rules));
}

/// The page about 500 articles, ten figures each, of what was read and found.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn report_of_500_articles(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    let rules = RuleSet::builtin(&lexicon);
    let readings = readings(&lexicon, 500);
    let outcome = check(&readings, &rules);
    let asked = vec![true; readings.len()];
    let groups = [Group {
        readings: 0..readings.len(),
        rules: rules.clone(),
        per_document: false,
    }];
    bencher.bench(|| {
        let dossier = Dossier::of(Case {
            readings: &readings,
            asked: &asked,
            outcome: &outcome,
            rules: &rules.rules,
            groups: &groups,
            unread: &[],
        });
        let page = page(&dossier, Options::default());
        render(&page, Layout::Html, None)
    });
}

/// Documents of ten counts of the dead in one town, over a year, each about an event of its own words.
fn readings(lexicon: &Lexicon, documents: usize) -> Vec<Reading> {
    const FIRST: [&str; 12] = [
        "mar", "tol", "ver", "sin", "kal", "ron", "bel", "dor", "fen", "gri", "hul", "jas",
    ];
    const LAST: [&str; 8] = ["ket", "dan", "mos", "rik", "ville", "gate", "shed", "field"];
    let mut state: u64 = 7;
    // A linear congruential generator: the same documents in every run.
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(state >> 33).unwrap_or_default() % below
    };
    let read = |number: usize| {
        let toll = 5 + next(55);
        let mut text = String::new();
        for claim in 0..CLAIMS {
            let mut word = || format!("{}{}", FIRST[next(12)], LAST[next(8)]);
            let (a, b) = (word(), word());
            let killed = if claim < 3 {
                toll + next(3)
            } else {
                2 + next(88)
            };
            text += &format!("A strike near the {a} {b} killed {killed} people in Rafah. ");
        }
        let (mut document, _) = plain(&format!("{number}.txt"), text, &lexicon.furniture);
        document.source = format!("outlet {}", number % 50);
        let month = i8::try_from(1 + number * 12 / documents % 12).unwrap_or(1);
        let day = i8::try_from(1 + next(28)).unwrap_or(1);
        document.published = Date::new(2024, month, day).ok();
        extract::read(document, lexicon)
    };
    (0..documents).map(read).collect()
}
