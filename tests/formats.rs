//! The formats of `check` for other programs: what each of them writes can be read by what reads it, and `--output`
//! writes files of several at once.

#![expect(
    clippy::expect_used,
    reason = "a report that cannot be read is a failed test"
)]

mod common;

use common::{AT_ODDS, Desk, GOMA, QUOTED, Run, SOUND, root};
use quick_xml::events::Event;
use serde_json::Value;

/// Every format but text.
const FORMATS: [&str; 8] = [
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "markdown",
];

/// A name of a file that needs care everywhere.
const HOSTILE_NAME: &str = "100% \"é\" & <b>, [a](b):c@d#1.txt";

/// An article at odds with itself, with signs of four bytes and a byte order mark before the figures.
const HOSTILE: &str = "\u{feff}Date: 2024-03-05\r\nSource: <b>&amp;\"'\u{1b}[31m@x\r\n\r\n\
                       Flood 🎉\u{1d7d9} kills 31 in Manila\r\n\r\n\
                       The 🎉🎉 flood <b> killed 26 people in Manila on Monday, @police said.\r\n";

/// Two rows of data at odds with each other.
const ROWS: &str = "{\"id\":\"a<\\u0001&\\\"\",\"date\":\"2024-03-05\",\"text\":\"Some 45,000 people are sheltering in Goma.\"}\n\
                    {\"id\":\"b\",\"date\":\"2024-03-08\",\"text\":\"About 60,000 people are sheltering in Goma.\"}\n";

fn desk(test: &str) -> Desk {
    let files = [
        GOMA[0],
        GOMA[1],
        ("odds.txt", AT_ODDS),
        ("quoted.txt", QUOTED),
        ("sound.txt", SOUND),
        ("sub/rows.jsonl", ROWS),
        (HOSTILE_NAME, HOSTILE),
    ];
    Desk::new(test, &files)
}

fn checked(desk: &Desk, format: &str, args: &[&str]) -> Run {
    desk.run(&[&["check", "--format", format], args].concat())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The elements of an XML document, each with its attributes; the test fails where it is none.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) | Event::Empty(element) => {
                let attributes = element.attributes().map(|attribute| {
                    let attribute = attribute.expect("a well-formed attribute");
                    let value = quick_xml::escape::unescape(&attribute.value);
                    let name = attribute.key.into_inner();
                    (name.to_owned(), value.expect("known entities").into_owned())
                });
                let name = element.name().into_inner().to_owned();
                found.push((name, attributes.collect()));
            }
            Event::Text(text) => {
                quick_xml::escape::unescape(&text).expect("known entities");
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn of_name<'a>(
    elements: &'a [(String, Vec<(String, String)>)],
    name: &str,
) -> Vec<&'a [(String, String)]> {
    let named = elements.iter().filter(|(element, _)| element == name);
    named.map(|(_, attributes)| attributes.as_slice()).collect()
}

fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    let found = attributes.iter().find(|(attribute, _)| attribute == name);
    found.map_or("", |(_, value)| value)
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let schema = std::fs::read_to_string(root().join("tests/sarif/sarif-schema-2.1.0.json"));
    // Two of its patterns have a bracket that opens nowhere; not every reader takes it for itself.
    let schema = schema.expect("the schema").replace("{2}]?$", r"{2}\\]?$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let desk = desk("sarif-valid");
    let runs = [
        (checked(&desk, "sarif", &["."]), 4),
        (checked(&desk, "sarif", &["sub"]), 1),
        (checked(&desk, "sarif", &[HOSTILE_NAME]), 1),
        (checked(&desk, "sarif", &["sound.txt"]), 0),
        (checked(&desk, "sarif", &["none.txt"]), 0),
        (
            desk.pipe(&["check", "--format", "sarif", "-"], AT_ODDS.as_bytes()),
            1,
        ),
        (
            common::run_in(root(), &["check", "--format", "sarif", "examples"]),
            4,
        ),
    ];
    for (run, least) in runs {
        let log = run.json();
        let errors = validator.iter_errors(&log).map(|error| error.to_string());
        assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{log:#}");
        let results = list(&log["runs"][0]["results"]);
        assert!(results.len() >= least, "{log:#}");
        let rules = list(&log["runs"][0]["tool"]["driver"]["rules"]);
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("a number");
            let index = usize::try_from(index).expect("a small number");
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }
    let mut broken = checked(&desk, "sarif", &["odds.txt"]).json();
    broken["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&broken), "the schema says something");
}

/// The lines and columns of a region, cut out of a text.
fn cut_out(text: &str, region: &Value) -> String {
    let number = |name: &str| {
        let number = region[name].as_u64().expect("a number");
        usize::try_from(number).expect("a small number")
    };
    assert_eq!(number("startLine"), number("endLine"));
    let line = text.lines().nth(number("startLine") - 1).expect("a line");
    let columns = number("endColumn") - number("startColumn");
    let from = line.chars().skip(number("startColumn") - 1);
    from.take(columns).collect()
}

#[test]
fn sarif_points_at_the_figures() {
    let desk = desk("sarif-places");
    let marked =
        "\u{feff}Flood 🎉 kills 31 in Manila\n\nThe flood killed 26 people in Manila on Monday.\n";
    desk.write("marked.txt", marked.as_bytes());
    let hostile = "100%25%20%22%C3%A9%22%20%26%20%3Cb%3E%2C%20%5Ba%5D%28b%29%3Ac%40d%231.txt";
    for (file, text, uri) in [
        (HOSTILE_NAME, HOSTILE, hostile),
        ("./marked.txt", marked, "marked.txt"),
    ] {
        let sarif = checked(&desk, "sarif", &[file]).json();
        let json = checked(&desk, "json", &[file]).json();
        let result = &sarif["runs"][0]["results"][0];
        let primary = list(&result["locations"]).iter();
        let found = primary.chain(list(&result["relatedLocations"]));
        let expected = list(&json["findings"][0]["locations"]);
        assert!(expected.len() >= 2, "{json:#}");
        // Editors do not count the byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        for (location, expected) in found.zip(expected) {
            let place = &location["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], uri);
            let figure = cut_out(text, &place["region"]);
            assert_eq!(figure, expected["text"].as_str().expect("a text"));
        }
    }
}

#[test]
fn a_row_of_data_is_pointed_at_by_its_line() {
    let desk = desk("rows");
    let sarif = checked(&desk, "sarif", &["sub"]).json();
    let related = &sarif["runs"][0]["results"][0]["relatedLocations"][0];
    let place = &related["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "sub/rows.jsonl");
    assert_eq!(
        place["region"],
        serde_json::json!({"startLine": 2, "endLine": 2})
    );
    assert_eq!(related["logicalLocations"][0]["name"], "b");
    let github = checked(&desk, "github", &["sub"]).out;
    let place = "::warning file=sub/rows.jsonl,line=1,endLine=1,title=";
    assert!(github.starts_with(place), "{github}");
}

#[test]
fn standard_input_is_no_file() {
    let piped = |format| {
        let desk = Desk::new::<&str>("stdin-formats", &[]);
        desk.pipe(&["check", "--format", format, "-"], AT_ODDS.as_bytes())
    };
    let github = piped("github").out;
    assert!(
        github.starts_with("::error title=claimlint%3A killed-differs::"),
        "{github}"
    );
    let sarif = piped("sarif").json();
    let result = &sarif["runs"][0]["results"][0];
    let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(artifact["uri"], "stdin");
    assert_eq!(artifact["description"]["text"], "standard input");
}

#[test]
fn json_lines_are_the_findings_of_json() {
    let desk = desk("findings-jsonl");
    let json = checked(&desk, "json", &["."]).json();
    let lines = checked(&desk, "jsonl", &["."]).out;
    let mut lines = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("an object"));
    let head = lines.next().expect("a first line");
    assert_eq!(head["schema"], json["schema"]);
    assert_eq!(head["summary"], json["summary"]);
    assert!(!list(&json["findings"]).is_empty());
    assert_eq!(lines.collect::<Vec<_>>(), list(&json["findings"]));
}

#[test]
fn fingerprints_stay_when_lines_move_and_differ_within_a_report() {
    let twice = format!("{AT_ODDS}\n");
    let moved = AT_ODDS.replacen("\n\n", "\nSource: The Post\n\n\n", 1);
    let files = [("a.txt", &twice), ("b.txt", &moved)];
    let desk = Desk::new("fingerprints", &files);
    let prints = |args: &[&str]| {
        let report = checked(&desk, "gitlab", args).json();
        let print = |issue: &Value| issue["fingerprint"].as_str().unwrap_or("?").to_owned();
        list(&report).iter().map(print).collect::<Vec<_>>()
    };
    let [a, b] = [prints(&["a.txt"]), prints(&["b.txt"])];
    assert_eq!(a.len(), 1);
    assert_eq!(a, b);
    let key = a[0].trim_end_matches(":1");
    let both = prints(&["--per-document", "a.txt", "b.txt"]);
    assert_eq!(both, [format!("{key}:1"), format!("{key}:2")]);
    let json = checked(&desk, "json", &["a.txt"]).json();
    assert_eq!(json["findings"][0]["fingerprint"], key);
}

#[test]
fn xml_is_well_formed_and_counts_what_it_has() {
    let desk = desk("xml");
    for args in [
        &["."][..],
        &["--notes", "."],
        &["sub"],
        &["sound.txt"],
        &["none.txt"],
    ] {
        let junit = elements(&checked(&desk, "junit", args).out);
        let number = |of: &[(String, String)], name| {
            let number = attribute(of, name).parse::<usize>();
            number.expect("a number")
        };
        let suites = of_name(&junit, "testsuite");
        let sum = |name| {
            suites
                .iter()
                .map(|suite| number(suite, name))
                .sum::<usize>()
        };
        let root = of_name(&junit, "testsuites")[0];
        assert_eq!(number(root, "tests"), of_name(&junit, "testcase").len());
        assert_eq!(number(root, "tests"), sum("tests"));
        assert_eq!(number(root, "failures"), of_name(&junit, "failure").len());
        assert_eq!(number(root, "failures"), sum("failures"));

        let checkstyle = elements(&checked(&desk, "checkstyle", args).out);
        let names: Vec<&str> = of_name(&checkstyle, "file")
            .into_iter()
            .map(|file| attribute(file, "name"))
            .collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(names.len(), once.len(), "a file comes once");
    }
    let junit = elements(&checked(&desk, "junit", &[HOSTILE_NAME]).out);
    assert_eq!(
        attribute(of_name(&junit, "testcase")[0], "file"),
        HOSTILE_NAME
    );
}

#[test]
fn notes_are_left_out_of_what_people_are_shown() {
    let desk = desk("notes-formats");
    for format in ["github", "gitlab", "junit", "checkstyle", "markdown"] {
        let without = checked(&desk, format, &["quoted.txt"]).out;
        let with = checked(&desk, format, &["--notes", "quoted.txt"]).out;
        let has_it = |text: &str| text.contains("envoy") || text.contains("11");
        assert!(!has_it(&without), "{format}: {without}");
        assert!(has_it(&with), "{format}: {with}");
    }
    for format in ["json", "jsonl", "sarif"] {
        let without = checked(&desk, format, &["quoted.txt"]).out;
        assert!(without.contains("\"note\""), "{format}: {without}");
    }
}

#[test]
fn without_findings_a_report_is_empty_and_valid() {
    let desk = desk("empty-formats");
    let out = |format| {
        let run = checked(&desk, format, &["sound.txt"]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{format}");
        run.out
    };
    assert_eq!(out("jsonl").lines().count(), 1);
    assert_eq!(out("github"), "");
    assert_eq!(out("gitlab"), "[]\n");
    assert_eq!(
        out("junit"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"claimlint\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n  \
         <testsuite name=\"sound.txt\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n    \
         <testcase classname=\"sound.txt\" name=\"the figures fit\" file=\"sound.txt\"/>\n  \
         </testsuite>\n</testsuites>\n"
    );
    assert_eq!(
        out("checkstyle"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\"/>\n"
    );
    assert_eq!(
        out("markdown"),
        "### claimlint: 1 article, 1 figure, 0 compared: nothing to compare\n"
    );
}

#[test]
fn one_run_writes_several_files() {
    let desk = desk("several-files");
    let mut args = vec!["check".to_owned(), "odds.txt".to_owned()];
    for format in FORMATS.iter().chain(&["text"]) {
        args.extend(["--output".to_owned(), format!("{format}=out/{format}")]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let run = desk.run(&args);
    assert_eq!(run.out, checked(&desk, "text", &["odds.txt"]).out);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    for format in FORMATS.iter().chain(&["text"]) {
        let file = std::fs::read_to_string(desk.path().join("out").join(format));
        let shown = checked(&desk, format, &["odds.txt"]).out;
        assert!(!shown.is_empty());
        assert_eq!(file.expect("a file"), shown, "{format}");
    }
}

#[test]
fn a_report_is_no_article() {
    let desk = Desk::new("own-report", &[("odds.txt", AT_ODDS)]);
    let args = [
        "check",
        ".",
        "--output",
        "json=report.json",
        "--output",
        "markdown=report.md",
    ];
    let first = desk.run(&args);
    assert_eq!(first.status, Some(1));
    assert_eq!(desk.run(&args), first, "the second run reads no report");

    let run = desk.run(&["check", "odds.txt", "--output", "markdown=./odds.txt"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(
        run.err,
        "error: ./odds.txt: not written, because it is one of the articles: name another file\n"
    );
    let article = std::fs::read_to_string(desk.path().join("odds.txt"));
    assert_eq!(article.expect("the article"), AT_ODDS);
}

#[test]
fn what_cannot_be_written_is_told() {
    let desk = desk("not-written");
    desk.write("old.sarif", b"old");
    for (args, told) in [
        (
            "odds.txt --output sarif=sub",
            "error: sub: cannot be written: is a directory\n",
        ),
        (
            "odds.txt none.txt --output sarif=old.sarif",
            "error: none.txt: no such file\n\
             error: old.sarif: not written, because not all of the input could be read\n",
        ),
        (
            "odds.txt --output sarif=old.sarif --output json=old.sarif",
            "error: old.sarif: not written, because it is named for two formats: name two files\n\
             error: old.sarif: not written, because it is named for two formats: name two files\n",
        ),
    ] {
        let args: Vec<&str> = std::iter::once("check").chain(args.split(' ')).collect();
        let run = desk.run(&args);
        assert_eq!((run.status, run.err.as_str()), (Some(2), told));
        assert!(
            run.out.contains("error[killed-differs]"),
            "what was found is still shown"
        );
    }
    let old = std::fs::read(desk.path().join("old.sarif"));
    assert_eq!(old.expect("the old file"), b"old");
}

#[test]
fn err_bad_outputs_are_bad_usage() {
    let desk = desk("bad-outputs");
    for (given, told) in [
        ("sarif", "expected a format and a file"),
        ("sarfi=a", "unknown format `sarfi`: did you mean `sarif`?"),
        ("Json=a", "unknown format `Json`: did you mean `json`?"),
        (
            "pdf=a",
            "unknown format `pdf`: expected one of text, json, jsonl,",
        ),
        ("=a", "unknown format ``: expected one of text, json"),
        ("json=", "no file is named, expected json=FILE"),
        (
            "json=-",
            "`-` is standard output: for that, use --format json",
        ),
    ] {
        let run = desk.run(&["check", "odds.txt", "--output", given]);
        assert_eq!((run.status, run.out.as_str()), (Some(2), ""), "{given}");
        assert!(run.err.contains(told), "{given}: {}", run.err);
    }
}
