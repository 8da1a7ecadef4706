//! `claimlint explain`: how figures were read, what they were compared with and why not, and where it points.

mod common;

use common::{Desk, Run};

/// Lines of an explanation, those of a paragraph joined again.
fn paragraphs(out: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in out.lines() {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        match found.last_mut() {
            Some(last) if indent >= 4 && !last.is_empty() => {
                last.push(' ');
                last.push_str(words);
            }
            _ => found.push(words.to_owned()),
        }
    }
    found
}

/// An explanation that came without a problem.
fn explained(desk: &Desk, args: &str) -> Run {
    let words: Vec<&str> = args.split(' ').collect();
    let run = desk.run(&[&["explain"][..], &words].concat());
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{args}");
    run
}

/// The value of every field of the first figure, by its name.
fn fields(out: &str) -> Vec<(String, String)> {
    let blocks = out.split("\n\n").nth(1).unwrap_or_default();
    let fields = paragraphs(blocks).into_iter().map(|field| {
        let (name, value) = field.split_once("  ").unwrap_or((field.as_str(), ""));
        (name.to_owned(), value.trim_start().to_owned())
    });
    fields.collect()
}

const BLAST: &str = "Date: 2024-05-05\nSource: The Post\n\nBlast in Aleppo\n\n\
                     A car bomb killed more than 40 people in Aleppo on Friday, including 12 children, \
                     police said.\n\n\
                     \"About $3 million may be lost,\" the mayor said.\n\n\
                     Prices rose 8% in Aleppo. Before the war Aleppo was home to 2.5 million people.\n";

#[test]
fn every_field_is_shown() {
    let desk = Desk::new("explain-fields", &[("a.txt", BLAST)]);
    let out = explained(&desk, "a.txt:6:19").out;
    let names: Vec<String> = fields(&out).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "number",
        "bound",
        "literal",
        "conventional",
        "noun",
        "measure",
        "population",
        "role",
        "place",
        "status",
        "as of",
        "event",
        "attribution",
        "modality",
        "quoted",
        "section",
        "confidence",
    ];
    assert_eq!(names, expected);
    assert!(
        out.starts_with(
            "more than 40 (c1)\n --> a.txt:6:19\n  |\n6 | A car bomb killed more than 40 people"
        ),
        "{out}"
    );
    assert!(
        out.contains("\n  |                   ^^^^^^^^^^^^\n"),
        "{out}"
    );
}

#[test]
fn a_field_is_shown_with_its_words_and_how_it_was_found() {
    let desk = Desk::new("explain-words", &[("a.txt", BLAST)]);
    for (at, name, value) in [
        ("6:19", "number", "40"),
        ("6:19", "bound", "more than"),
        ("6:19", "literal", "40 and more: what the words allow"),
        (
            "6:19",
            "conventional",
            "40 to 45: what a reader takes them for",
        ),
        ("6:19", "noun", "people (stated: \"people\", 6:32)"),
        ("6:19", "measure", "killed (stated: \"killed\", 6:12)"),
        ("6:19", "population", "everyone"),
        ("6:19", "role", "total: all there are"),
        (
            "6:19",
            "status",
            "cumulative: how many so far (carried over)",
        ),
        ("6:19", "as of", "5 May 2024 (carried over)"),
        ("6:19", "attribution", "police (stated: \"police\", 6:83)"),
        ("6:19", "modality", "asserted: said outright"),
        ("6:19", "quoted", "no"),
        ("6:19", "section", "lede"),
        ("6:19", "confidence", "0.9: nothing is a guess"),
        ("6:70", "population", "child (stated: \"children\", 6:73)"),
        ("6:70", "relation", "a part of more than 40 (6:19)"),
        ("8:2", "number", "3 million us dollar"),
        (
            "8:2",
            "conventional",
            "2.7 to 3.3 million us dollar: what a reader takes them for",
        ),
        ("8:2", "population", "no people are counted"),
        ("8:2", "quoted", "yes: between quotation marks"),
        ("10:13", "number", "8%, up"),
        ("10:13", "measure", "none: what is counted is not known"),
        (
            "10:62",
            "as of",
            "before the war (stated: \"Before the war\", 10:27)",
        ),
    ] {
        let out = explained(&desk, &format!("a.txt:{at}")).out;
        let found = fields(&out).into_iter().find(|(field, _)| field == name);
        let found = found.map(|(_, value)| value).unwrap_or_default();
        assert_eq!(found, value, "{at} {name}");
    }
}

/// Two articles, a figure of the first, and what is said of one of the second, or of another of the first.
const REASONS: [(&str, &str, &str, &str); 22] = [
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 24 people in Aleppo on Friday.",
        "compared with 24 (b.txt:3:19): contradiction (reported as a warning): nothing in the text explains the \
         difference",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 18 people in Aleppo on Friday.",
        "compared with 18 (b.txt:3:19): they fit",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 24 people in Homs on Friday.",
        "not compared with 24 (b.txt:3:19): other event (Homs, 3 May 2024)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 24 children in Aleppo on Friday.",
        "not compared with 24 (b.txt:3:19): other people (child)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 24 people in Aleppo on Thursday.",
        "not compared with 24 (b.txt:3:19): other event (Aleppo, 2 May 2024)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A bus crash killed 24 people in Aleppo on Friday.",
        "not compared with 24 (b.txt:3:20): other event (Aleppo, 3 May 2024): too little is shared (the date +1, the day +3, \
         the place +3, another kind of event -3)",
    ),
    (
        "A strike on a school killed 18 people in Aleppo on Friday.",
        "1:29",
        "A strike on a bus killed 24 people in Aleppo on Friday.",
        "not compared with 24 (b.txt:3:26): other event (Aleppo, 3 May 2024): too little is shared (the date +1, the \
         day +3, the place +3, what happened +1, something else was hit -8)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "It rained. It blew. It hailed. It froze. A car bomb killed 24 people in Aleppo on Friday.",
        "not compared with 24 (b.txt:3:60): stands neither in the headline nor in the first sentences of its \
         article",
    ),
    (
        "It rained. It blew. It hailed. It froze. A car bomb killed 24 people in Aleppo on Friday.",
        "1:60",
        "A car bomb killed 18 people in Aleppo on Friday.",
        "not compared with 18 (b.txt:3:19): this figure stands neither in the headline nor in the first \
         sentences of its article",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "A car bomb killed 30 people in Aleppo on Friday. A market has 18 stalls.",
        "not compared with 30 (b.txt:3:19): b.txt tells of both, as of a part and its whole",
    ),
    (
        "Some 90,000 people are sheltering in Goma.",
        "1:1",
        "Date: 2024-09-05\n\nSome 80,000 people are sheltering in Goma.",
        "not compared with Some 80,000 (b.txt:3:1): holds 123 days apart, and the rule allows 60",
    ),
    (
        "Goma is home to about 90,000 people.",
        "1:17",
        "Some 10,000 people have fled to Goma.",
        "not compared with Some 10,000 (b.txt:3:1): counts something else, and differs by too much to be taken for it",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday, including 4 children.",
        "1:19",
        "",
        "not compared with 4 (3:60): a part of 18 (3:19)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday, including 4 children.",
        "1:60",
        "",
        "compared with nothing: a part of 18 (3:19)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday. The toll could rise to 60 dead.",
        "1:19",
        "",
        "not compared with 60 (3:73): projected",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday. Before the war 7 people were killed in Aleppo.",
        "1:19",
        "",
        "not compared with 7 (3:65): holds at another time (before the war)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday.\n\nIt rained.\n\n\
         A car bomb killed 18 people in Aleppo on Friday.",
        "1:19",
        "",
        "not compared with 18 (7:19): the sentence was printed before (3:19)",
    ),
    (
        "A car bomb killed 18 people in Aleppo on Friday. A car bomb killed 12 people in Aleppo on Friday.",
        "1:19",
        "",
        "not compared with 12 (3:68): no licence inside one document: two figures of one text, without two named \
         sources",
    ),
    (
        "Bomb kills 18 in Aleppo\n\nA car bomb killed 28 people in Aleppo on Friday. \
         A car bomb killed 12 people in Aleppo on Friday.",
        "1:12",
        "",
        "not compared with 12 (5:68): another figure of its article stands for it",
    ),
    (
        "Car bomb kills 31 in Aleppo\n\nA car bomb killed 30 people in Aleppo on Friday. A third died in hospital.",
        "1:16",
        "",
        "not compared with 30 (5:19): the text makes up the difference to its headline",
    ),
    (
        "Some 300 people are sheltering here.",
        "1:1",
        "",
        "compared with nothing: no place is known",
    ),
    (
        "In the past 24 hours 5 people were displaced in Homs.",
        "1:22",
        "",
        "compared with nothing: the rule looks at another status than increment",
    ),
];

#[test]
fn what_is_compared_and_what_is_not_is_told_with_the_reason() {
    for (first, at, second, expected) in REASONS {
        let dated = |text: &str| match text.starts_with("Date:") {
            true => text.to_owned(),
            false => format!("Date: 2024-05-05\n\n{text}\n"),
        };
        let mut files = vec![("a.txt", dated(first))];
        if !second.is_empty() {
            files.push(("b.txt", dated(second)));
        }
        let desk = Desk::new("explain-reasons", &files);
        let (line, column) = at.split_once(':').expect("a place");
        let line: usize = line.parse().expect("a number");
        let against = if second.is_empty() { "" } else { " b.txt" };
        let out = explained(&desk, &format!("a.txt:{}:{column}{against}", line + 2)).out;
        let found = paragraphs(&out);
        assert!(
            found.iter().any(|said| said == expected),
            "{expected}\n{out}"
        );
    }
}

#[test]
fn arithmetic_is_told_with_what_it_was_held_against() {
    for (text, at, expected) in [
        (
            "The board has eleven members: five women and seven men.",
            "1:15",
            "compared with five (1:31), seven (1:46): contradiction (reported as an error): the parts make 12, the \
             text says eleven (1 more)",
        ),
        (
            "The board has twelve members: five women and seven men.",
            "1:31",
            "compared with twelve (1:15), seven (1:46): they fit",
        ),
        (
            "Flood kills 31 in Manila\n\nThe flood killed 26 people in Manila on Monday.",
            "1:13",
            "compared with 26 (3:18): contradiction (reported by another rule): the headline 31, the text 26",
        ),
        (
            "Some 120% of voters came.",
            "1:1",
            "held against the words beside it: contradiction (reported as an error): Some 120% of voters cannot be: \
             all of them are 100%",
        ),
        (
            "The shop sold 12 chairs.",
            "1:15",
            "no rule looks at what it counts, and nothing in the text ties it to another figure",
        ),
        (
            "A flood killed 26 people in Manila on Monday.",
            "1:16",
            "there is no other figure of what it counts",
        ),
    ] {
        let desk = Desk::new("explain-arithmetic", &[("a.txt", text)]);
        let out = explained(&desk, &format!("a.txt:{at}")).out;
        let found = paragraphs(&out);
        assert!(
            found.iter().any(|said| said == expected),
            "{expected}\n{out}"
        );
    }
}

#[test]
fn more_articles_are_compared_as_check_does() {
    let files = [
        (
            "a.txt",
            "Date: 2024-05-05\n\nA car bomb killed 18 people in Homs on Friday.\n",
        ),
        (
            "more/b.txt",
            "Date: 2024-05-05\n\nA car bomb killed 24 people in Homs on Friday.\n",
        ),
    ];
    let desk = Desk::new("explain-against", &files);
    let named = explained(&desk, "a.txt:3 more");
    assert!(
        named.out.contains("contradiction (reported as a warning)"),
        "{}",
        named.out
    );
    assert_eq!(explained(&desk, "a.txt:3 --against more"), named);
    assert_eq!(
        explained(&desk, "a.txt:3 a.txt more/b.txt"),
        named,
        "an article is read once"
    );
    let rule = include_str!("../rules/killed-differs.yaml")
        .replace("profile: [desk, factcheck]", "profile: [factcheck]");
    desk.write("rules/killed-differs.yaml", rule.as_bytes());
    assert_eq!(explained(&desk, "a.txt:3 more --rules rules"), named);
    let desk_only = explained(&desk, "a.txt:3 more --rules rules --profile desk").out;
    assert!(!desk_only.contains("killed-differs"), "{desk_only}");
}

#[test]
fn a_long_list_of_others_is_cut() {
    let others = (20..40).map(|n| format!("In Aleppo {n} people were killed.\n\n"));
    let text = format!(
        "In Homs 18 people were killed.\n\n{}",
        others.collect::<String>()
    );
    let desk = Desk::new("explain-many", &[("a.txt", text)]);
    let out = explained(&desk, "a.txt:1").out;
    assert_eq!(out.matches("  not compared with ").count(), 8, "{out}");
    assert!(out.ends_with("\n  nor compared with 12 more\n"), "{out}");
}

/// The first lines of the explanations, which name the figures.
fn named(out: &str) -> Vec<&str> {
    let lines: Vec<&str> = out.lines().collect();
    let heads = lines
        .windows(2)
        .filter(|pair| pair[1].trim_start().starts_with("--> "));
    heads.map(|pair| pair[0]).collect()
}

#[test]
fn an_address_means_the_figures_there() {
    let text = "# Blast\n\nThe blast killed 40 people and hurt *about\n1,200* in Homs; 3-1 was the score.\n\n\
                Of the 40 miners eleven were rescued.\n";
    let rows = "{\"id\":\"r1\",\"text\":\"Nine died in Lima.\\nTen died in Rome.\"}\n\n\
                {\"text\":\"Eight died in Lima.\"}\n";
    let desk = Desk::new("explain-address", &[("a.md", text), ("r.jsonl", rows)]);
    for (args, expected) in [
        ("a.md:3", &["40 (c1)", "about 1,200 (c2)"][..]),
        ("a.md:3:18", &["40 (c1)"]),
        ("a.md:3:19:", &["40 (c1)"]),
        ("a.md:3:42", &["about 1,200 (c2)"]),
        ("a.md:4", &["about 1,200 (c2)"]),
        ("a.md:4:1", &["about 1,200 (c2)"]),
        ("a.md:6", &["40 (c3)", "eleven (c4)", "about 27.5% (c5)"]),
        ("a.md:6:18", &["eleven (c4)"]),
        ("r.jsonl:1", &["Nine (c1)", "Ten (c2)"]),
        ("r.jsonl:3", &["Eight (c1)"]),
        ("r.jsonl --id r1", &["Nine (c1)", "Ten (c2)"]),
        ("r.jsonl:2 --id r1", &["Ten (c2)"]),
        ("r.jsonl:1:1 --id r1", &["Nine (c1)"]),
        ("r.jsonl --id r.jsonl:3", &["Eight (c1)"]),
    ] {
        assert_eq!(named(&explained(&desk, args).out), expected, "{args}");
    }
    let piped = desk.pipe(&["explain", "-:1:2"], b"Two died in Rome.");
    assert_eq!(named(&piped.out), ["Two (c1)"]);
    let beside = desk.run(&["explain", "a.md:4:18"]);
    assert_eq!(
        (beside.status, beside.err.as_str()),
        (
            Some(0),
            "remark: a.md:4:18: no figure is read here: this is the nearest of the line\n"
        )
    );
    assert_eq!(named(&beside.out), ["about 1,200 (c2)"]);
}

#[test]
fn an_address_without_a_figure_is_told() {
    let text = "# Blast\n\nIt was on 12 March.\n\nThe blast killed 40 people.\n\nIt hurt 3.\n\n\
                Sign up for our newsletter\n";
    let rows = "{\"id\":\"r1\",\"text\":\"Nine died in Lima.\"}\n\n{\"id\":\"r2\",\"text\":\"It rained.\"}\n";
    let files = [
        ("a.md", text),
        ("r.jsonl", rows),
        ("dry.txt", "It rained.\n"),
    ];
    let desk = Desk::new("explain-nothing", &files);
    let near = "\n  help: the nearest figures are on line 5 (\"40\"), line 7 (\"3\")";
    for (args, said) in [
        ("gone.txt:3", "gone.txt: no such file"),
        (
            "a.md:6",
            &format!("a.md:6:1: no figure is read on this line{near}"),
        ),
        (
            "a.md:3:11",
            &format!("a.md:3:11: no figure is read on this line: \"12 March\" is a date{near}"),
        ),
        (
            "a.md:9",
            &format!(
                "a.md:9:1: no figure is read on this line: it is taken for no part of the article{near}"
            ),
        ),
        (
            "a.md:10",
            &format!("a.md:10:1: the text ends on line 9{near}"),
        ),
        (
            "a.md:99999999999999999999999",
            &format!("a.md:{}:1: the text ends on line 9{near}", usize::MAX),
        ),
        (
            "a.md:5:40",
            &format!("a.md:5:40: this line ends at column 27{near}"),
        ),
        (
            "a.md:0",
            "a.md:0: lines and columns count from 1\n  help: for the first line: a.md:1",
        ),
        (
            "a.md:5:0",
            "a.md:5:0: lines and columns count from 1\n  help: for the first line: a.md:1",
        ),
        (
            "a.md",
            "a.md: no line, expected FILE:LINE or FILE:LINE:COLUMN\n  help: `claimlint extract --all a.md` lists \
             the figures with their lines",
        ),
        (
            "a.md:five",
            "a.md:five: no line, expected FILE:LINE or FILE:LINE:COLUMN\n  help: `claimlint extract --all a.md:five` \
             lists the figures with their lines",
        ),
        (
            ".:3",
            ".: a directory, expected a file and a line\n  help: name a file in it: `claimlint extract --all .` \
             lists the figures with their lines",
        ),
        ("dry.txt:1", "dry.txt:1:1: no figure is read on this line"),
        (
            "r.jsonl:2",
            "r.jsonl:2:1: no article begins on this line\n  help: the nearest one: r.jsonl:1",
        ),
        (
            "r.jsonl:3",
            "r.jsonl:3:1: no figure is read in this article",
        ),
        (
            "r.jsonl:1:3",
            "r.jsonl:1:3: a row of data has no columns of its text\n  help: r.jsonl:1 explains all of its figures; \
             with --id r1, lines and columns are those of its text",
        ),
        (
            "r.jsonl --id rl",
            "r.jsonl: no article of this file has the id \"rl\"",
        ),
    ] {
        let words: Vec<&str> = args.split(' ').collect();
        let run = desk.run(&[&["explain"][..], &words].concat());
        let expected = (Some(2), "", format!("error: {said}\n"));
        assert_eq!((run.status, run.out.as_str(), run.err), expected, "{args}");
    }
}

#[test]
fn what_cannot_be_read_beside_it_hides_nothing() {
    let desk = Desk::new("explain-bad", &[("a.txt", BLAST)]);
    let run = desk.run(&["explain", "a.txt:6", "gone.txt"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (Some(2), "error: gone.txt: no such file\n")
    );
    assert_eq!(named(&run.out), ["more than 40 (c1)", "12 (c2)"]);
}

/// A text that is read in parts is explained as one.
#[test]
fn figures_far_into_a_long_text_are_explained() {
    let filler = "The river rose and nobody in the old town slept for the rain.\n\n";
    let mut text = filler.repeat(1_200_000 / filler.len());
    let lines = text.matches('\n').count();
    text.push_str("In Homs 18 people were killed, police said.\n");
    let desk = Desk::new("explain-long", &[("long.txt", text)]);
    let out = explained(&desk, &format!("long.txt:{}:9", lines + 1)).out;
    let expected = format!("killed (stated: \"killed\", {}:24)", lines + 1);
    let found = fields(&out).into_iter().find(|(name, _)| name == "measure");
    assert_eq!(found.map(|(_, value)| value), Some(expected), "{out}");
}
