//! The findings for programs.

use super::{finding, outcome, reading, written};
use crate::finding::{Outcome, Severity};
use crate::report::json::write;

#[test]
fn names_and_order_are_the_contract() {
    let readings = [reading(
        "a.txt",
        "é\nabout 1.5 million",
        &["about 1.5 million"],
    )];
    let mut finding = finding(Severity::Warning, &[(0, 0, "people")]);
    finding.would_fit = Some("they moved".to_owned());
    assert_eq!(
        written(|out| write(out, &outcome(vec![finding]), &readings)),
        r#"{
  "schema": "claimlint.findings/1",
  "summary": {
    "documents": 1,
    "claims": 24,
    "compared": 19,
    "findings": 1
  },
  "findings": [
    {
      "rule": "people-in-place",
      "severity": "warning",
      "verdict": "discrepancy",
      "cause": "definition",
      "confidence": 0.9,
      "fingerprint": "e9436896b568f7af",
      "message": "reports differ on the people in Rafah",
      "explanation": [
        "the two count different things",
        "would fit if: they moved"
      ],
      "locations": [
        {
          "document": "a.txt",
          "start": 3,
          "end": 20,
          "line": 2,
          "column": 1,
          "text": "about 1.5 million",
          "low": 1500000,
          "high": 1500000,
          "side": 0
        }
      ]
    }
  ]
}
"#
    );
}

#[test]
fn without_findings_there_is_an_empty_list() {
    let text = written(|out| write(out, &Outcome::default(), &[]));
    assert!(text.ends_with("  \"findings\": []\n}\n"), "{text}");
}

#[test]
fn context_has_no_side_and_numbers_keep_their_digits() {
    let mut readings = [reading("a.txt", "51.4", &["51.4"])];
    readings[0].claims[0].quantity.low = "51.40".parse().expect("a decimal");
    readings[0].claims[0].quantity.high = "12345678901234567890.5".parse().expect("a decimal");
    let mut finding = finding(Severity::Note, &[(0, 0, "")]);
    finding.locations[0].side = None;
    let text = written(|out| write(out, &outcome(vec![finding]), &readings));
    assert!(text.contains("\"low\": 51.4,\n"), "{text}");
    assert!(
        text.contains("\"high\": 12345678901234567890.5,\n"),
        "{text}"
    );
    assert!(text.contains("\"side\": null\n"), "{text}");
}

#[test]
fn what_is_settled_is_counted_where_there_is_any() {
    let settled = crate::finding::Settled {
        ignored: 2,
        reviewed: 0,
        baseline: Some((41, 2)),
        unchanged: 0,
        excluded: 1,
    };
    let outcome = Outcome {
        settled,
        ..Outcome::default()
    };
    let text = written(|out| write(out, &outcome, &[]));
    let summary: String = text.split_whitespace().collect();
    let expected = "\"findings\":0,\"ignored\":2,\"excluded\":1,\
                    \"baseline\":{\"new\":0,\"known\":41,\"fixed\":2}}";
    assert!(summary.contains(expected), "{summary}");
}
