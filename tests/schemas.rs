//! The JSON Schemas in `/schemas`: they are what the program prints, all files of the repository fit them, and files with
//! a mistake do not.

mod common;

use claimlint::yaml;
use claimlint::{lexicon, rules};
use common::{root, run_in};
use serde_json::Value;

/// The schemas that there are, as `claimlint schema` names them.
fn names() -> Vec<String> {
    let lexicon = lexicon::SCHEMAS.iter().map(|(name, _)| *name);
    ["rule", "config", lexicon::ADDITION.0]
        .into_iter()
        .chain(lexicon)
        .map(str::to_owned)
        .collect()
}

fn schema(name: &str) -> String {
    let path = root().join(format!("schemas/{name}.json"));
    std::fs::read_to_string(path).unwrap_or_default()
}

/// What is wrong with a YAML text by a schema: where, and how.
#[expect(
    clippy::expect_used,
    reason = "a test that cannot read its files has failed"
)]
fn mistakes(name: &str, text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema(name)).expect("a schema is JSON");
    let validator = jsonschema::draft7::new(&schema).expect("a schema of draft 7");
    let value: Value = yaml::read("a.yaml", text).expect("YAML");
    let errors = validator.iter_errors(&value);
    errors
        .map(|error| format!("{} {error}", error.instance_path()))
        .collect()
}

/// `for name in rule lexicon/measures …; do claimlint schema $name > schemas/$name.json; done` brings them up to date.
#[test]
fn the_schemas_are_current() {
    for name in names() {
        let run = run_in(root(), &["schema", &name]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
        assert_eq!(run.out, schema(&name), "schemas/{name}.json");
    }
}

#[test]
fn no_schema_is_left_over() {
    let json = |dir: &str| {
        let files = std::fs::read_dir(root().join(dir)).expect("a directory");
        let names = files.flatten().map(|file| file.file_name());
        let names = names.filter_map(|name| name.into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
        names.sort();
        names
    };
    let expected = |below: &str| {
        let names = names();
        let names = names.iter().filter_map(|name| name.strip_prefix(below));
        let mut names: Vec<String> = names.map(|name| format!("{name}.json")).collect();
        names.retain(|name| !name.contains('/'));
        names.sort();
        names
    };
    assert_eq!(json("schemas/lexicon"), expected("lexicon/"));
    assert_eq!(json("schemas"), expected(""));
}

#[test]
fn what_configures_a_desk_fits_and_what_is_refused_does_not() {
    let newsroom = |file: &str| {
        let path = root().join("examples/newsroom").join(file);
        std::fs::read_to_string(path).expect("a file of the newsroom")
    };
    assert_eq!(mistakes("config", &newsroom("claimlint.yaml")), [""; 0]);
    assert_eq!(mistakes("words", &newsroom("words.yaml")), [""; 0]);
    for right in [
        "severities: { sum: { discrepancy: off } }",
        "fail-on: never",
    ] {
        assert_eq!(mistakes("config", right), [""; 0], "{right}");
    }
    for wrong in [
        "severitys: {}",
        "profile: dsk",
        "severities: { sum: of }",
        "severities: { sum: { discrepant: off } }",
        "ignore: [{ rule: sum, text: a }]",
        "exclude: drafts/",
    ] {
        assert_ne!(mistakes("config", wrong), [""; 0], "{wrong}");
    }
    assert_ne!(mistakes("words", "measures: [{ label: a }]"), [""; 0]);
}

#[test]
fn the_built_in_files_fit() {
    for (file, text) in rules::BUILTIN {
        assert_eq!(mistakes("rule", text), [""; 0], "{file}");
    }
    for (file, text) in lexicon::BUILTIN {
        let name = format!("lexicon/{}", file.trim_end_matches(".yaml"));
        assert_eq!(mistakes(&name, text), [""; 0], "{file}");
    }
}

#[test]
fn the_files_of_the_newsroom_fit() {
    for (name, file) in [
        ("config", "claimlint.yaml"),
        ("words", "words.yaml"),
        ("rule", "desk-rules/berths-differ.yaml"),
    ] {
        let path = root().join("examples/newsroom").join(file);
        let text = std::fs::read_to_string(path).expect("a file of the newsroom");
        assert_eq!(mistakes(name, &text), [""; 0], "{file}");
        let wrong = format!("{text}\nnothing: known\n");
        assert_eq!(mistakes(name, &wrong).len(), 1, "{file}");
    }
}

/// A rule with every key and both ways of writing where there are two; a mistake is one replacement in it.
const RULE: &str = "\
id: homes-differ
title: Two counts of the homes destroyed differ
why: Outlets count apart.
severity: { contradiction: error, discrepancy: warning }
profile: [desk]
files: [wire/**]
ignores: [wire/opinion/**]
select: { measure: [homes_destroyed, 'noun:school'], status: cumulative, population: [everyone] }
group-by: [place]
within: 30d
check: { agreement: { tolerance: 2%, alike-from: 80%, reconcile: [swapped-digits], inside: false, vetoes: [far] } }
message: \"{place}: {values}\"
tests:
  - name: none
    reference:
      - { measure: killed, place: Homs, as-of: 2024-02-14, low: 120, high: 1200, source: B }
    documents:
      - { source: A, date: 2024-02-14, text: \"It rained.\" }
    claims: 0
    findings: []
";

#[test]
fn a_rule_with_a_mistake_does_not_fit() {
    assert_eq!(mistakes("rule", RULE), [""; 0]);
    for (right, wrong) in [
        ("id: homes-differ", "id: HomesDiffer"),
        ("title:", "titel:"),
        ("why: Outlets count apart.\n", ""),
        ("error", "fatal"),
        ("contradiction: error, ", ""),
        ("discrepancy", "discrepency"),
        ("[desk]", "[]"),
        ("[desk]", "[newsdesk]"),
        ("[desk]", "desk"),
        ("[wire/**]", "[]"),
        ("[wire/opinion/**]", "wire/opinion/**"),
        ("homes_destroyed", "homes_destroyd"),
        ("noun:school", "noun:"),
        ("cumulative", "total"),
        ("[place]", "[region]"),
        ("30d", "30"),
        ("30d", "0d"),
        ("2%", "2"),
        ("2%", "120%"),
        ("alike-from", "alike"),
        ("swapped-digits", "swapped"),
        ("false", "maybe"),
        ("[far]", "[close]"),
        ("agreement:", "agreements:"),
        ("{ agreement: ", "{ sum: {}, agreement: "),
        ("low: 120", "low: many"),
        ("place: Homs", "town: Homs"),
        ("as-of: 2024-02-14", "as-of: yesterday"),
        ("source: A, ", ""),
        ("claims: 0", "claims: -1"),
        ("claims: 0", "claims: none"),
        ("findings: []", "findings: [fine]"),
        ("    findings: []\n", ""),
    ] {
        assert!(RULE.contains(right), "{right}");
        let text = RULE.replacen(right, wrong, 1);
        assert_ne!(mistakes("rule", &text), [""; 0], "{right} => {wrong}");
    }
}

#[test]
fn a_data_file_with_a_mistake_does_not_fit() {
    for (file, right, wrong) in [
        ("bounds", "nearly:", "almost:"),
        ("calendar", "  decade:", "  century:"),
        ("measures", "status: stock", "status: stocks"),
        ("measures", "measures:", "meassures:"),
        ("numbers", "  hundred: 100", "  hundred: many"),
        ("people", "everyone: [", "everyone: [[a], "),
        ("places", "within: Africa", "in: Africa"),
        ("trends", "  2: [double", "  two: [double"),
        ("units", "dimension: length", "dimension: lenght"),
    ] {
        let found = lexicon::BUILTIN
            .iter()
            .find(|(name, _)| *name == format!("{file}.yaml"));
        let text = found.map_or("", |(_, text)| text);
        assert!(text.contains(right), "{file}: {right}");
        let text = text.replacen(right, wrong, 1);
        let name = format!("lexicon/{file}");
        assert_ne!(mistakes(&name, &text), [""; 0], "{file}: {wrong}");
    }
}

#[test]
fn the_first_rule_of_every_check_fits_and_is_its_own() {
    let lexicon = lexicon::Lexicon::english();
    for (check, _) in rules::CHECKS {
        let text = rules::skeleton("my-rule", check, "a.json", &lexicon);
        assert_eq!(mistakes("rule", &text), [""; 0], "{check}");
        let rule = rules::load_rule("my-rule.yaml", &text, &lexicon).expect("it can be read");
        assert_eq!(rules::self_test(&rule, &lexicon), [], "{check}");
        assert_eq!(rule.tests.len(), 2, "{check}");
        let named = format!("{check}:");
        assert!(text.contains(&named), "{check}\n{text}");
    }
    // A check that is added has its first rule, too.
    let schema: Value = serde_json::from_str(&schema("rule")).expect("JSON");
    let known = schema["definitions"]["Check"]["oneOf"].as_array();
    let known = known.into_iter().flatten();
    let mut known: Vec<&str> = known
        .filter_map(|check| check["required"][0].as_str())
        .collect();
    known.sort_unstable();
    assert_eq!(known, rules::CHECKS.map(|(name, _)| name));
}
