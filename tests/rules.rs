//! The rule files that come with the program, and what is said of a rule file with a mistake in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use claimlint::lexicon::{self, Lexicon};
use claimlint::problem::Problem;
use claimlint::rules::{self, RuleSet, load_rule, self_test};
use claimlint::yaml;

/// A rule without mistakes; every mistake below is one replacement in it.
const RULE: &str = "\
id: homes-differ
title: Two counts of the homes destroyed differ
why: Outlets count apart.
severity: warning
profile: [desk]
select: { measure: [homes_destroyed], status: cumulative, population: [everyone] }
group-by: [place]
within: 30d
check: { agreement: { tolerance: 2%, reconcile: [swapped-digits] } }
message: \"{place}: {values}\"
tests:
  - name: none
    documents:
      - { source: A, date: 2024-02-14, text: \"It rained.\" }
    findings: []
";

/// The names of the YAML files of a directory of the repository.
fn yaml_files(dir: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
    let entries = std::fs::read_dir(&root).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".yaml"))
        .collect()
}

/// What is said of a text as a rule file: the message with its place, and the advice.
fn problem(text: &str) -> Option<(String, Option<String>)> {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);
    let problem = load_rule("homes-differ.yaml", text, &LEXICON).err()?;
    let help = problem.help.clone();
    Some((
        Problem {
            help: None,
            ..problem
        }
        .to_string(),
        help,
    ))
}

/// Makes the replacement `right => wrong` of each line at the margin in the rule, and holds what is said of it
/// against the lines below. A message that ends in "…" goes on with the list of all known words.
fn hold(table: &str) {
    let mut lines = table.trim_start().lines().peekable();
    while let Some(row) = lines.next() {
        let (right, wrong) = row.split_once(" => ").unwrap_or((row, ""));
        assert_eq!(
            RULE.matches(right).count(),
            1,
            "`{right}` stands once in the rule"
        );
        let below = std::iter::from_fn(|| lines.next_if(|line| line.starts_with(' ')));
        let below: Vec<&str> = below.map(str::trim).collect();
        let message = format!("homes-differ.yaml:{}", below.first().unwrap_or(&""));
        let help = below.get(1).and_then(|line| line.strip_prefix("help: "));
        let wrong = wrong.replace("\\n", "\n").replace("\\t", "\t");
        let (found, advice) = problem(&RULE.replacen(right, &wrong, 1)).unwrap_or_default();
        match message.strip_suffix('…') {
            Some(start) => assert!(found.starts_with(start), "{found}"),
            None => assert_eq!(found, message, "{row}"),
        }
        assert_eq!(advice.as_deref(), help, "{row}");
    }
}

#[test]
fn every_rule_file_is_built_in_and_the_other_way_round() {
    let built_in: BTreeSet<String> = rules::BUILTIN
        .iter()
        .map(|(file, _)| file.trim_start_matches("rules/").to_owned())
        .collect();
    assert_eq!(
        built_in.len(),
        rules::BUILTIN.len(),
        "a file stands there twice"
    );
    assert_eq!(yaml_files("rules"), built_in);
}

#[test]
fn every_lexicon_file_is_built_in_and_the_other_way_round() {
    let built_in = lexicon::BUILTIN.iter().map(|(file, _)| (*file).to_owned());
    assert_eq!(
        yaml_files("rules/lexicon"),
        built_in.collect::<BTreeSet<_>>()
    );
}

#[test]
fn every_rule_is_named_after_its_file_and_proves_itself() {
    let lexicon = Lexicon::english();
    for (file, text) in rules::BUILTIN {
        let rule = load_rule(file, text, &lexicon).expect("a built-in rule can be read");
        assert_eq!(file, format!("rules/{}.yaml", rule.id));
        assert_eq!(self_test(&rule, &lexicon), [], "{file}");
    }
}

#[test]
fn a_rule_without_mistakes_is_read() {
    assert_eq!(problem(RULE), None);
}

#[test]
fn unknown_keys_and_words() {
    hold(
        r#"
title: => titel:
    2:1: unknown key `titel`, expected one of `id`, `title`, `why`, …
    help: did you mean `title`?
status: => state:
    6:39: unknown key `state`, expected one of `measure`, `status`, `population`
    help: did you mean `status`?
tolerance: => tolerence:
    9:23: unknown key `tolerence`, expected one of `tolerance`, `alike-from`, `reconcile`, `inside`, `vetoes`
    help: did you mean `tolerance`?
source: => sorce:
    14:11: unknown key `sorce`, expected one of `source`, `date`, `text`
    help: did you mean `source`?
homes_destroyed => homes_destroyd
    6:21: unknown measure `homes_destroyd`, expected one of `killed`, …
    help: did you mean `homes_destroyed`?
homes_destroyed => weather
    6:21: unknown measure `weather`, expected one of `killed`, …
everyone => childs
    6:72: unknown population `childs`, expected one of …
    help: did you mean `child`?
cumulative => cumulativ
    6:47: unknown word `cumulativ`, expected one of `stock`, `cumulative`, `increment`, `rate`
    help: did you mean `cumulative`?
[place] => [plce]
    7:12: unknown word `plce`, expected one of `measure`, `place`, `population`, …
    help: did you mean `place`?
agreement: => agrement:
    9:10: unknown word `agrement`, expected one of `agreement`, …
    help: did you mean `agreement`?
swapped-digits => swaped-digits
    9:50: unknown word `swaped-digits`, expected one of …
    help: did you mean `swapped-digits`?
{values} => {value}
    10:10: unknown placeholder `{value}`, expected one of `{place}`, …
    help: did you mean `{values}`?
warning => warn
    4:11: unknown word `warn`, expected one of `note`, `warning`, `error`
    help: did you mean `warning`?
severity: warning => severity: { contradiction: error, discrepency: note }
    4:35: unknown key `discrepency`, expected one of `contradiction`, `discrepancy`, `consistent`
    help: did you mean `discrepancy`?
severity: warning => severity: { contradiction: fatal }
    4:28: unknown word `fatal`, expected one of `note`, `warning`, `error`
severity: warning => severity: { discrepancy: note }
    4:13: the key `contradiction` is missing here
warning => yes
    4:11: unknown word `yes`, expected one of `note`, `warning`, `error`
[desk] => [newsdesk]
    5:11: unknown word `newsdesk`, expected one of `desk`, `factcheck`
[] => [warnings]
    15:16: unknown word `warnings`, expected one of `note`, `warning`, `error`
    help: did you mean `warning`?
"#,
    );
}

#[test]
fn bad_values() {
    hold(
        r#"
2% => 2
    9:34: found `2`, expected a percentage from 0% to 100% such as `2%`
2% => -1%
    9:34: found `-1%`, expected a percentage from 0% to 100% such as `2%`
2% => 120%
    9:34: found `120%`, expected a percentage from 0% to 100% such as `2%`
30d => 30
    8:9: found `30`, expected a number of days such as `60d`
30d => 0d
    8:9: found `0d`, expected a number of days such as `60d`
30d => a month
    8:9: found `a month`, expected a number of days such as `60d`
[desk] => []
    5:10: a rule runs in at least one profile, none is named here
severity: warning => severity:
    4:9: found nothing, expected a severity
severity: warning => severity: 3
    4:11: unknown word `3`, expected one of `note`, `warning`, `error`
group-by: => files: []\ngroup-by:
    7:8: a rule looks at some documents, no glob is named here
    help: leave `files` out to look at all of them
group-by: => files: [wire/**, drafts/]\ngroup-by:
    7:18: the glob `drafts/` matches no document, only a directory
    help: write `drafts/**` for everything in it
group-by: => ignores: ['a[b']\ngroup-by:
    7:11: the glob `a[b` cannot be read: unclosed character class; missing ']'
[homes_destroyed] => ['noun:']
    6:21: `noun:` names no noun
    help: write it in the singular, such as `noun:school`
{values} => {values
    10:10: a `{` is not closed in the message
{values} => {{values}}
    10:10: a `{` is not closed in the message
{values} => values}
    10:10: a `}` in the message closes nothing
"{place}: {values}" => ""
    10:10: the message is empty
id: homes-differ => id: houses-differ
    1:5: the id is `houses-differ`, but the file is named `homes-differ`
    help: rename the file to `houses-differ.yaml`, or write `id: homes-differ`
why: => title: Again\nwhy:
    3:1: the key `title` stands here twice
"#,
    );
}

#[test]
fn values_of_another_kind_and_broken_yaml() {
    hold(
        r#"
[desk] => desk
    5:10: found `desk`, expected a list such as [a, b]
[homes_destroyed] => homes_destroyed
    6:20: found `homes_destroyed`, expected a list such as [a, b]
Outlets count apart. => [Outlets]
    3:6: found `[Outlets]`, expected a word or a text
"{place}: {values}" => {place}: {values}
    10:10: found `{place}: {values}`, expected a word or a text
status: cumulative => status: [cumulative]
    6:47: found `[cumulative]`, expected a word
{ agreement: { tolerance: 2%, reconcile: [swapped-digits] } } => sum
    9:8: the check `sum` stands here without its settings
    help: write `{ sum: {} }`, with its settings if it has any
{ agreement: { tolerance: 2%, reconcile: [swapped-digits] } } => { sum: }
    9:13: found nothing, expected keys with their values
{ agreement: { tolerance: 2%, reconcile: [swapped-digits] } } => {}
    9:8: found keys with their values, expected one of the known words with its settings
{ agreement: { tolerance: 2%, reconcile: [swapped-digits] } } => { sum: {}, limit: {} }
    9:8: this is not readable here: a rule has one check, `limit` is the second
{ agreement: { tolerance: 2%, reconcile: [swapped-digits] } } => { part-whole: { measures: [[killed]] } }
    9:35: found a list of 1, expected two in each
tolerance: 2% => inside: no, tolerance: 2%
    9:31: found `no`, expected true or false
30d => [30d
    8:9: found `[30d`, expected a word or a text
within: => \twithin:
    8:2: this is not readable here: …
why: Outlets => why: Outlets: two
    3:13: this is not readable here: mapping values are not allowed in this context
why: Outlets => why: *outlets
    3:6: this is not readable here: alias references unknown anchor
"#,
    );
}

/// Every key and every word of a closed list that may stand in a rule, each without its last letter.
#[test]
fn a_misspelt_word_is_named_with_its_place_and_the_right_one() {
    const TESTS: &str = "\
tests:
  - name: none
    reference:
      - { measure: killed, place: Homs, population: child, as-of: 2024, low: 1, high: 2, source: B, note: c,
          published-wrong-on: 2024-02-14 }
    documents:
      - { source: A, date: 2024-02-14, text: \"It rained.\" }
    claims: 0
    findings: [note, warning, error]
";
    const HEAD: &str = "\
id: homes-differ
title: a
why: b
severity: { contradiction: error, discrepancy: warning, consistent: note }
profile: [desk, factcheck]
files: [c]
ignores: [d]
select: { measure: [killed], status: STATUS, population: [everyone] }
group-by: [measure, place, population, event, story]
within: 30d
message: e
check: CHECK
";
    let statuses = ["stock", "cumulative", "increment", "rate"];
    let mut checks: Vec<String> = rules::CHECKS
        .iter()
        .filter(|(name, _)| !["agreement", "unit-conversion", "jump", "part-whole"].contains(name))
        .map(|(name, _)| match *name {
            "ratio" | "change" => format!("{{ {name}: {{ tolerance: 2% }} }}"),
            "reference" => "{ reference: { tolerance: 2%, alike-from: 1% } }".to_owned(),
            _ => format!("{{ {name}: {{}} }}"),
        })
        .collect();
    checks.extend([
        "{ agreement: { tolerance: 2%, alike-from: 1%, inside: true, vetoes: [part, far, witness, sum], \
         reconcile: [before-plus-inflow, power-of-ten, swapped-digits] } }".to_owned(),
        "{ unit-conversion: { tolerance: 2%, rates: [{ from: euro, to: us dollar, least: 1, most: 2 }] } }".to_owned(),
        "{ jump: { factor: 2 } }".to_owned(),
        "{ part-whole: { measures: [[injured, casualties]] } }".to_owned(),
    ]);
    // What users name, and free text.
    let free = [
        "homes-differ",
        "a",
        "b",
        "c",
        "d",
        "e",
        "A",
        "B",
        "Homs",
        "It",
        "rained",
        "none",
        "true",
        "child",
    ];
    let is_word = |c: char| c.is_ascii_alphabetic() || c == '-' || c == '_';
    let mut misspelt = 0;
    for (i, check) in checks.iter().enumerate() {
        let status = statuses[i % statuses.len()];
        let head = HEAD.replace("STATUS", status).replace("CHECK", check);
        // The first check stands for what all rules share.
        let text = if i == 0 { head + TESTS } else { head };
        let from = if i == 0 {
            0
        } else {
            text.find("status:").unwrap_or(0)
        };
        let mut at = from;
        while let Some(start) = text[at..].find(is_word).map(|found| at + found) {
            let length = text[start..]
                .find(|c| !is_word(c))
                .unwrap_or(text.len() - start);
            at = start + length;
            let word = &text[start..at];
            let is_day = text[..start].ends_with(|c: char| c.is_ascii_digit());
            if free.contains(&word) || is_day || word.chars().all(|c| c == '-') || word.len() < 2 {
                continue;
            }
            if word == "us" || word == "dollar" {
                continue;
            }
            let (wrong, line_start) = (
                &word[..length - 1],
                text[..start].rfind('\n').map_or(0, |n| n + 1),
            );
            let place = format!(
                "homes-differ.yaml:{}:{}: unknown ",
                text[..start].matches('\n').count() + 1,
                start - line_start + 1
            );
            let (found, advice) =
                problem(&[&text[..start], wrong, &text[at..]].concat()).unwrap_or_default();
            assert!(found.starts_with(&place), "{word}: {place}: {found}");
            if wrong.len() > 1 {
                let right = format!("did you mean `{word}`?");
                assert_eq!(advice.as_deref(), Some(right.as_str()), "{found}");
            }
            misspelt += 1;
        }
    }
    assert!(misspelt > 130, "{misspelt}");
}

#[test]
fn a_missing_key_is_named() {
    for (key, line) in [
        ("severity", "severity: warning\n"),
        ("profile", "profile: [desk]\n"),
        ("why", "why: Outlets count apart.\n"),
        ("findings", "    findings: []\n"),
    ] {
        let said = problem(&RULE.replacen(line, "", 1)).unwrap_or_default().0;
        assert!(
            said.ends_with(&format!(": the key `{key}` is missing here")),
            "{said}"
        );
    }
}

/// Nine lists of nine lists of nine lists … would fill the memory.
#[test]
fn aliases_do_not_multiply() {
    let mut bomb = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for i in 1..12 {
        let aliases = vec![format!("*a{}", i - 1); 9].join(", ");
        bomb += &format!("a{i}: &a{i} [{aliases}]\n");
    }
    let said =
        yaml::read::<serde_json::Value>("bomb.yaml", &bomb).map_err(|problem| problem.to_string());
    let said = said.err().unwrap_or_default();
    assert!(
        said.starts_with("bomb.yaml:6:20: this is not readable here: "),
        "{said}"
    );

    let many =
        RULE.replacen("- name: none", "- &test\n    name: none", 1) + &"  - *test\n".repeat(5_000);
    let said = problem(&many).unwrap_or_default().0;
    assert!(
        said.contains(": this is larger or more deeply nested than any such file"),
        "{said}"
    );
}

#[test]
fn a_rule_that_its_tests_do_not_prove_fails() {
    let lexicon = Lexicon::english();
    let failures = |text: &str| {
        let rule = load_rule("homes-differ.yaml", text, &lexicon).expect("the rule can be read");
        let told = self_test(&rule, &lexicon);
        told.into_iter()
            .map(|f| {
                let (line, column) = f.at;
                let told = format!("{}:{line}:{column}: {}", f.file, f.message);
                [vec![told], f.seen].concat().join("\n")
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        failures(RULE),
        [
            "homes-differ.yaml:1:1: no test shows the rule firing: add one with `findings:` of at least one severity"
        ]
    );
    let wrong = RULE.replacen(
        "    findings: []",
        "    claims: 2\n    findings: [error]",
        1,
    );
    assert_eq!(
        failures(&wrong),
        [
            "homes-differ.yaml:12:11: \"none\": expected 2 figures of the selected measures, found 0; expected findings \
             [error], got []\nread no figure of the selected measures\nfound nothing",
            "homes-differ.yaml:1:1: no test shows the rule silent: add one with `findings: []`",
        ]
    );
}

#[test]
fn a_test_that_fails_tells_what_was_read_and_found() {
    let text = RULE
        .replacen("It rained.", "The flood destroyed 120 homes in Homs.", 1)
        .replacen(
            "    findings: []",
            "      - { source: B, date: 2024-02-14, text: \"The flood destroyed 180 homes in Homs. It killed 12 people.\" }\n    \
             findings: [error]",
            1,
        );
    let lexicon = Lexicon::english();
    let rule = load_rule("homes-differ.yaml", &text, &lexicon).expect("the rule can be read");
    let failures = self_test(&rule, &lexicon);
    assert_eq!(
        failures[0].seen,
        [
            "read, by A: 120 (homes_destroyed, Homs, 2024-02-14, cumulative)",
            "read, by B: 180 (homes_destroyed, Homs, 2024-02-14, cumulative)",
            "read and not selected, by B: 12 (killed, Homs, 2024-02-14, cumulative)",
            "found, warning: Homs: 120, 180",
        ]
    );
}

#[test]
fn rules_of_a_directory_are_added_or_replace_those_of_their_id() {
    let lexicon = Lexicon::english();
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let ids = |set: &RuleSet| {
        set.rules
            .iter()
            .map(|rule| rule.id.clone())
            .collect::<Vec<_>>()
    };
    let built_in = ids(&RuleSet::builtin(&lexicon));
    assert!(built_in.is_sorted());

    let (set, problems) = RuleSet::load(&[file("desk/homes-differ.yaml", RULE)], &lexicon);
    assert_eq!((problems, set.rules.len()), (vec![], built_in.len() + 1));
    assert!(ids(&set).is_sorted() && ids(&set).contains(&"homes-differ".to_owned()));

    let own = RULE.replacen("homes-differ", "killed-differs", 1);
    let (set, problems) = RuleSet::load(&[file("desk/killed-differs.yaml", &own)], &lexicon);
    assert_eq!((problems, ids(&set)), (vec![], built_in.clone()));
    let replaced = set.rules.iter().find(|rule| rule.id == "killed-differs");
    assert_eq!(
        replaced.map(|rule| rule.file.as_str()),
        Some("desk/killed-differs.yaml")
    );

    let twice = [
        file("a/homes-differ.yaml", RULE),
        file("b/homes-differ.yaml", RULE),
        file("c.yaml", "id: c"),
    ];
    let (set, problems) = RuleSet::load(&twice, &lexicon);
    assert_eq!(set.rules.len(), built_in.len() + 1, "the first one stays");
    let told: Vec<String> = problems.iter().map(|problem| problem.to_string()).collect();
    assert_eq!(
        told[0],
        "b/homes-differ.yaml: the id `homes-differ` is taken by a/homes-differ.yaml\n  \
                         help: give one of the two files another name and id"
    );
    assert!(told[1].starts_with("c.yaml:1:1: the key "), "{told:?}");
}
