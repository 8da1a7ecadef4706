//! The rule files that come with the program, and what is said of a rule file with a mistake in it.

use std::collections::BTreeSet;
use std::path::Path;

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
    let problem = load_rule("homes-differ.yaml", text, &Lexicon::english()).err()?;
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
{values} => {values
    10:10: a `{` is not closed in the message
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
        said.contains(": this is larger or more deeply nested than any rule"),
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
            .map(|f| format!("{}:{}: {}", f.file, f.line, f.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        failures(RULE),
        [
            "homes-differ.yaml:1: no test shows the rule firing: add one with `findings:` of at least one severity"
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
            "homes-differ.yaml:12: \"none\": expected 2 figures of the selected measures, found 0",
            "homes-differ.yaml:12: \"none\": expected findings [error], got []",
            "homes-differ.yaml:1: no test shows the rule silent: add one with `findings: []`",
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
