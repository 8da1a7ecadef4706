//! The report in a browser: what a reader, a screen reader, a keyboard and a printer make of it, and what hostile
//! articles do not.
//!
//! Needs Chromium and chromedriver; without them every test here passes, and says that it was skipped.

#![expect(
    clippy::expect_used,
    reason = "a browser that cannot be spoken to has failed the test"
)]

#[path = "../common/mod.rs"]
mod common;

mod checks;
mod driver;
mod flawed;
mod pages;

use checks::WIDTHS;
use driver::Session;
use pages::pages;

/// Holds every report against some checks; the test fails with all that they tell.
fn hold(checks: &[fn(&Session) -> Vec<String>]) {
    let Some(session) = Session::new() else {
        return;
    };
    let mut complaints = Vec::new();
    for page in pages() {
        for check in checks {
            session.set_width(1280);
            session.set_media("screen", "light");
            session.open(&page.file);
            let told = check(&session).into_iter();
            complaints.extend(told.map(|line| format!("{}: {line}", page.name)));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_page_opens_without_errors_and_asks_for_nothing() {
    hold(&[checks::opening]);
}

#[test]
fn a_page_never_scrolls_sideways() {
    hold(&[checks::fitting]);
}

#[test]
fn links_lead_somewhere_and_nothing_of_an_article_runs() {
    hold(&[checks::links, checks::foreign]);
}

#[test]
fn a_screen_reader_is_told_what_everything_is() {
    hold(&[checks::outline, checks::names]);
}

#[test]
fn marks_stand_where_their_ticks_say() {
    hold(&[checks::marks]);
    let has_marks = |page: &pages::Page| {
        let text = std::fs::read_to_string(&page.file).expect("the report");
        text.contains("data-day=")
    };
    assert!(
        pages().iter().any(has_marks),
        "no report has a chart over time"
    );
}

#[test]
fn words_stand_out_by_day_and_by_night() {
    hold(&[checks::contrast]);
}

#[test]
fn the_keyboard_reaches_everything() {
    hold(&[checks::keyboard]);
}

#[test]
fn paper_shows_all_of_it() {
    hold(&[checks::paper]);
}

/// For those who change the page, to look at: `cargo test --test browser -- --ignored`, and where they lie is told.
#[test]
#[ignore = "for people to look at"]
fn pictures_are_taken_of_every_report() {
    let Some(session) = Session::new() else {
        return;
    };
    for page in pages() {
        for (media, scheme, width) in [
            ("screen", "light", WIDTHS[0]),
            ("screen", "light", WIDTHS[2]),
            ("screen", "dark", WIDTHS[2]),
        ] {
            session.set_width(width);
            session.set_media(media, scheme);
            session.open(&page.file);
            let picture = session.picture();
            assert!(picture.starts_with(b"\x89PNG"), "{}", page.name);
            let file = page.picture(&format!("{scheme}-{width}"));
            driver::tell(&file.display().to_string());
            std::fs::write(file, picture).expect("a file can be written");
        }
    }
}
