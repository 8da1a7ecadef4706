//! Drafts of fact checks.

use serde_json::Value;

use super::{finding, outcome, reading, written};
use crate::claim::{Reading, Sentence};
use crate::document::Section;
use crate::finding::{Finding, Severity};
use crate::report::Report;
use crate::report::claimreview::write;

const HERE: &str =
    "The town is said to be home to about 1.5 million people, most of them in tents.";
const THERE: &str = "More than 1.3 million civilians have fled there.";

/// Two articles of one sentence each: one that says all about itself, one that says nothing.
fn readings() -> [Reading; 2] {
    let mut here = reading("a.txt", HERE, &["about 1.5 million"]);
    here.document.source = "The Harbour Herald".to_owned();
    here.document.title = Some("Envoys meet".to_owned());
    here.document.url = Some("https://herald.example/envoys".to_owned());
    here.claims[0].attribution.clear();
    let mut there = reading("b.txt", THERE, &["More than 1.3 million"]);
    there.document.published = None;
    [here, there].map(|mut reading| {
        reading.sentences.push(Sentence {
            span: 0..reading.document.text().len(),
            section: Section::Lede,
            repeats: None,
            adds: false,
            marks: Vec::new(),
        });
        reading
    })
}

fn text(findings: Vec<Finding>, readings: &[Reading], notes: bool) -> String {
    let outcome = outcome(findings);
    let report = Report {
        outcome: &outcome,
        readings,
        rules: &[],
        notes,
    };
    written(|out| write(out, &report))
}

fn drafts(findings: Vec<Finding>, readings: &[Reading]) -> Vec<Value> {
    let graph: Value = serde_json::from_str(&text(findings, readings, false)).expect("JSON");
    graph["@graph"].as_array().expect("a list").clone()
}

#[test]
fn a_draft_has_what_the_articles_say_and_leaves_the_rest_to_a_person() {
    let mut finding = finding(Severity::Warning, &[(0, 0, "people there"), (1, 0, "")]);
    finding.would_fit = Some("they moved".to_owned());
    assert_eq!(
        text(vec![finding], &readings(), false),
        r##"{
  "@context": "https://schema.org",
  "@graph": [
    {
      "@type": "ClaimReview",
      "@id": "#claimlint-KEY-1-1",
      "creativeWorkStatus": "Draft",
      "name": "reports differ on the people in Rafah",
      "claimReviewed": "… town is said to be home to about 1.5 million people, most of them in …",
      "itemReviewed": {
        "@type": "Claim",
        "text": "The town is said to be home to about 1.5 million people, most of them in tents.",
        "author": {
          "@type": "Organization",
          "name": "The Harbour Herald"
        },
        "datePublished": "2024-02-14",
        "appearance": [
          {
            "@type": "CreativeWork",
            "headline": "Envoys meet",
            "url": "https://herald.example/envoys",
            "datePublished": "2024-02-14",
            "publisher": {
              "@type": "Organization",
              "name": "The Harbour Herald"
            }
          }
        ]
      },
      "reviewBody": "reports differ on the people in Rafah\nwhy: the two count different things\nwould fit if: they moved\nheld against: More than 1.3 million (b.txt)"
    },
    {
      "@type": "ClaimReview",
      "@id": "#claimlint-KEY-1-2",
      "creativeWorkStatus": "Draft",
      "name": "reports differ on the people in Rafah",
      "claimReviewed": "More than 1.3 million civilians have fled there.",
      "itemReviewed": {
        "@type": "Claim",
        "text": "More than 1.3 million civilians have fled there.",
        "author": {
          "name": "UN"
        },
        "appearance": [
          {
            "@type": "CreativeWork",
            "headline": "More than 1.3 million civilians have fled there."
          }
        ]
      },
      "reviewBody": "reports differ on the people in Rafah\nwhy: the two count different things\nwould fit if: they moved\nheld against: about 1.5 million, people there (The Harbour Herald)"
    }
  ]
}
"##
        .replace("KEY", &super::finding(Severity::Warning, &[(0, 0, ""), (1, 0, "")]).key(&readings()))
    );
}

#[test]
fn figures_that_agree_are_one_claim_with_several_appearances() {
    let mut finding = finding(Severity::Warning, &[(0, 0, ""), (1, 0, ""), (0, 0, "")]);
    for location in &mut finding.locations {
        location.side = Some(0);
    }
    let drafts = drafts(vec![finding], &readings());
    assert_eq!(drafts.len(), 1);
    let works = drafts[0]["itemReviewed"]["appearance"].as_array();
    assert_eq!(works.map(Vec::len), Some(2), "the first article once");
}

#[test]
fn of_arithmetic_what_the_text_states_is_the_claim() {
    let mut finding = finding(Severity::Error, &[(1, 0, ""), (0, 0, "")]);
    finding.indivisible = true;
    let drafts = drafts(vec![finding], &readings());
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0]["itemReviewed"]["text"], THERE);
}

#[test]
fn what_stands_beside_a_finding_and_notes_make_no_draft() {
    let mut beside = finding(Severity::Warning, &[(0, 0, ""), (1, 0, "")]);
    beside.locations[1].side = None;
    assert_eq!(drafts(vec![beside], &readings()).len(), 1);
    let note = finding(Severity::Note, &[(0, 0, ""), (1, 0, "")]);
    assert!(drafts(vec![note.clone()], &readings()).is_empty());
    let with_notes = text(vec![note], &readings(), true);
    assert_eq!(with_notes.matches("\"ClaimReview\"").count(), 2);
    assert_eq!(
        text(Vec::new(), &readings(), false),
        "{\n  \"@context\": \"https://schema.org\",\n  \"@graph\": []\n}\n"
    );
}

#[test]
fn two_findings_about_the_same_sentences_have_drafts_of_their_own() {
    let twice = || finding(Severity::Warning, &[(0, 0, ""), (1, 0, "")]);
    let drafts = drafts(vec![twice(), twice()], &readings());
    let ids: std::collections::BTreeSet<String> = drafts
        .iter()
        .map(|draft| draft["@id"].to_string())
        .collect();
    assert_eq!(ids.len(), 4, "{ids:?}");
}

#[test]
fn nothing_of_an_article_breaks_out_of_a_page() {
    const HOSTILE: &str = "</script><!--<b>&amp;\"'\u{2028}\u{2029}\u{202e}";
    let mut readings = readings();
    readings[0].document.title = Some(HOSTILE.to_owned());
    readings[0].document.source = HOSTILE.to_owned();
    readings[0].document.url = Some("javascript:alert(1)".to_owned());
    readings[1].claims[0].attribution[0].name = HOSTILE.to_owned();
    let mut finding = finding(Severity::Warning, &[(0, 0, HOSTILE), (1, 0, HOSTILE)]);
    finding.message = HOSTILE.to_owned();
    let text = text(vec![finding.clone()], &readings, false);
    for sign in ['<', '>', '&', '\u{2028}', '\u{2029}', '\u{202e}'] {
        assert!(!text.contains(sign), "{sign:?} in {text}");
    }
    let drafts = drafts(vec![finding], &readings);
    assert_eq!(drafts[0]["name"], "</script><!--<b>&amp;\"'  \u{fffd}");
    assert_eq!(drafts[0]["itemReviewed"]["appearance"][0].get("url"), None);
}
