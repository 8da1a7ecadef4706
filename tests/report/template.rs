//! Templates of a desk in the place of the built-in ones.

use crate::common::GOMA;
use crate::{Desk, desk};

fn with_template(test: &str, file: &str, text: &str) -> Desk {
    let desk = desk(test);
    desk.write(&format!("layout/{file}"), text.as_bytes());
    desk
}

const PATHS: [&str; 2] = [GOMA[0].0, GOMA[1].0];

#[test]
fn a_template_extends_the_built_in_one_or_stands_alone() {
    let own = "{% extends \"report.html\" %}{% block footer %}<footer>Lake Post checks</footer>{% endblock %}";
    let desk = with_template("template-extends", "own.html", own);
    let run = desk.run(&[&["report", "--template", "layout/own.html"], &PATHS[..]].concat());
    assert_eq!(run.status, Some(0), "{run:?}");
    assert!(
        run.out.contains("<footer>Lake Post checks</footer>"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("Made by claimlint"), "{}", run.out);
    assert!(run.out.contains("id=\"d1\""), "{}", run.out);

    let lines = "{% for item in differ %}{{ item.severity }}: {{ item.message }}\n{% endfor %}";
    let desk = with_template("template-alone", "lines.md", lines);
    let args = [
        "report",
        "--format",
        "markdown",
        "--template",
        "layout/lines.md",
    ];
    let run = desk.run(&[&args[..], &PATHS[..]].concat());
    assert_eq!(
        run.out,
        "warning: reports differ on the people in Goma: Some 45,000, About 60,000 (25% apart)\n"
    );
}

#[test]
fn a_template_may_be_called_like_the_one_that_it_extends() {
    let desk = desk("template-named");
    desk.write(
        "report.html",
        b"{% extends \"report.html\" %}{% block title %}Ours{% endblock %}",
    );
    let run = desk.run(&[&["report", "--template", "report.html"], &PATHS[..]].concat());
    assert_eq!(run.status, Some(0), "{run:?}");
    assert!(run.out.contains("<title>Ours</title>"), "{}", run.out);
}

#[test]
fn the_built_in_templates_can_be_printed_and_used() {
    for name in ["report.html", "report.md"] {
        let printed = desk("template-print").run(&["report", "--print-template", name]);
        assert_eq!(printed.status, Some(0), "{printed:?}");
        let desk = with_template("template-printed", name, &printed.out);
        let format = if name == "report.md" {
            "markdown"
        } else {
            "html"
        };
        let args = ["report", "--format", format];
        let own = format!("layout/{name}");
        let given = desk.run(&[&args[..], &PATHS[..]].concat());
        let own = desk.run(&[&args[..], &["--template", &own], &PATHS[..]].concat());
        assert_eq!(given.out, own.out, "{name}");
    }
}

#[test]
fn a_mistake_in_a_template_is_named_with_its_line() {
    for (text, expected) in [
        (
            "one\n{{ headlnie }}\n",
            "layout/t.html:2:4: undefined value: `headlnie`",
        ),
        ("{% for x in %}", "layout/t.html:1:"),
        (
            "{% include \"other.html\" %}",
            "layout/t.html:1:4: template not found: ",
        ),
        (
            "{{ articles[0].rows[0].plcae }}",
            "layout/t.html:1:4: undefined value: `articles[0].rows[0].plcae`",
        ),
    ] {
        let desk = with_template("template-mistake", "t.html", text);
        let run = desk.run(
            &[
                &["report", "-o", "out.html", "--template", "layout/t.html"],
                &PATHS[..],
            ]
            .concat(),
        );
        assert_eq!(run.status, Some(2), "{text}: {run:?}");
        assert!(run.err.contains(expected), "{text}: {}", run.err);
        assert!(run.err.contains("docs/report.md"), "{}", run.err);
        assert!(!desk.path().join("out.html").exists());
    }
    let missing =
        desk("template-missing").run(&[&["report", "--template", "no.html"], &PATHS[..]].concat());
    assert_eq!(missing.status, Some(2));
    assert!(missing.err.contains("no.html: "), "{}", missing.err);
}

#[test]
fn a_block_that_is_nearly_one_of_the_built_in_ones_is_named() {
    let own = "{% extends \"report.html\" %}\n{% block foter %}x{% endblock %}";
    let desk = with_template("template-block", "t.html", own);
    let run = desk.run(&[&["report", "--template", "layout/t.html"], &PATHS[..]].concat());
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(
        run.err.contains("layout/t.html:2:1: no block `foter`"),
        "{}",
        run.err
    );
    assert!(run.err.contains("did you mean `footer`?"), "{}", run.err);
    let own = own.replace(
        "{% block foter %}x",
        "{% block footer %}{% block seal %}x{% endblock %}",
    );
    desk.write("layout/t.html", own.as_bytes());
    let run = desk.run(&[&["report", "--template", "layout/t.html"], &PATHS[..]].concat());
    assert_eq!(run.status, Some(0), "a block of one's own: {run:?}");
}

#[test]
fn a_template_is_of_the_format_of_the_report_and_is_not_written_over() {
    let desk = with_template("template-format", "t.md", "{{ headline }}");
    let other = desk.run(
        &[
            &["report", "-o", "out.html", "--template", "layout/t.md"],
            &PATHS[..],
        ]
        .concat(),
    );
    assert_eq!(other.status, Some(2), "{other:?}");
    assert!(
        other.err.contains("layout/t.md: by its ending"),
        "{}",
        other.err
    );
    let same = desk.run(
        &[
            &["report", "-o", "layout/t.md", "--template", "layout/t.md"],
            &PATHS[..],
        ]
        .concat(),
    );
    assert_eq!(same.status, Some(2), "{same:?}");
    assert!(same.err.contains("rests on this file"), "{}", same.err);
    let plain = desk.run(&[&["report", "--template", "layout/t.md"], &PATHS[..]].concat());
    assert_eq!(
        plain.out, "Figures differ in one place\n",
        "by the template's ending"
    );
}
