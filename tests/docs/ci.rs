//! What newsrooms copy or use in CI: the action, the hooks, the Makefile, and what `docs/ci.md` says of them.

use std::process::Command;

use serde_json::Value;

use crate::common::{Desk, Run, root, run};
use crate::page::{Block, blocks};
use crate::shell::calls;
use crate::stage::{copy, with_history};

fn text(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A copy of the newsroom's repository, with a history.
fn newsroom(test: &str) -> Desk {
    let desk = Desk::new::<&str>(test, &[]);
    copy(&root().join("examples/newsroom"), "", &desk);
    with_history(&desk);
    desk
}

/// The blocks of docs/ci.md of one kind.
fn shown(kind: &str) -> Vec<Block> {
    let blocks = blocks(&text("docs/ci.md"));
    blocks
        .into_iter()
        .filter(|block| block.kind == kind)
        .collect()
}

/// What docs/ci.md gives to a step that uses something.
fn with_of(uses: &str) -> Value {
    let workflows = shown("yaml").into_iter().map(|block| yaml(&block.text));
    let steps = workflows.filter_map(|workflow| {
        let steps = workflow.pointer("/jobs/figures/steps")?.as_array()?.clone();
        steps.into_iter().find(|step| {
            step["uses"]
                .as_str()
                .is_some_and(|name| name.contains(uses))
        })
    });
    let mut steps: Vec<Value> = steps.collect();
    assert_eq!(steps.len(), 1, "docs/ci.md shows {uses} once");
    steps.remove(0)["with"].take()
}

/// The inputs that a text of the action names.
fn inputs_in(text: &str) -> Vec<&str> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let behind = text.split("inputs.").skip(1);
    behind.filter_map(|rest| rest.split(ends).next()).collect()
}

/// Whether there is a bash.
fn has_bash() -> bool {
    Command::new("bash").arg("--version").output().is_ok()
}

/// Runs a step of the action as GitHub does, with some inputs.
fn step(desk: &Desk, action: &Value, step: &Value, given: &Value) -> Run {
    let value = |name: &str| {
        let default = &action["inputs"][name]["default"];
        let value = given.get(name).unwrap_or(default);
        value.as_str().unwrap_or_default().to_owned()
    };
    let mut bash = Command::new("bash");
    let script = step["run"].as_str().expect("a script");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    for (name, text) in step["env"].as_object().into_iter().flatten() {
        let text = text.as_str().expect("text");
        let input = inputs_in(text)
            .first()
            .map_or(String::new(), |name| value(name));
        bash.env(name, input);
    }
    bash.env("RUNNER_TEMP", desk.path().join("temporary"));
    bash.env(
        "GITHUB_STEP_SUMMARY",
        desk.path().join("temporary/summary.md"),
    );
    run(&mut bash, desk.path(), b"")
}

#[test]
fn the_action_declares_its_inputs_and_the_docs_know_them() {
    let action = text("action.yml");
    let parsed = yaml(&action);
    let declared: Vec<&String> = parsed["inputs"]
        .as_object()
        .expect("inputs")
        .keys()
        .collect();
    let steps = parsed["runs"]["steps"].to_string();
    let used = inputs_in(&steps);
    for name in &declared {
        assert!(used.contains(&name.as_str()), "{name} is not used");
        assert!(!parsed["inputs"][name]["description"].is_null(), "{name}");
    }
    for name in used {
        assert!(
            declared.iter().any(|known| *known == name),
            "no input {name}"
        );
    }
    for name in with_of("claimlint").as_object().expect("inputs").keys() {
        assert!(declared.contains(&name), "docs/ci.md gives {name}");
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "it says why it did not run")]
fn the_steps_of_the_action_run() {
    if !has_bash() {
        eprintln!("not run: there is no bash here");
        return;
    }
    let action = yaml(&text("action.yml"));
    let given = with_of("claimlint");
    let desk = newsroom("docs_action");
    let bin = desk.path().join("temporary/claimlint/bin");
    std::fs::create_dir_all(&bin).expect("a directory");
    // A copy may still be open for writing in a process that another test starts.
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_claimlint"));
    #[cfg(unix)]
    std::os::unix::fs::symlink(program, bin.join("claimlint")).expect("a link");
    #[cfg(not(unix))]
    std::fs::copy(program, bin.join("claimlint")).expect("a copy");
    let steps = action["runs"]["steps"].as_array().expect("steps");
    let (install, steps) = steps.split_first().expect("steps");
    let command = calls(install["run"].as_str().expect("a command")).remove(0);
    assert_eq!(command.words[..3], ["cargo", "install", "--locked"]);
    assert_eq!(steps.len(), 2);
    for one in steps {
        let run = step(&desk, &action, one, &given);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{one}");
        // With what is set where nothing else is given.
        let run = step(
            &desk,
            &action,
            one,
            &serde_json::json!({ "paths": "articles" }),
        );
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{one}");
    }
    let written = |file: &str| std::fs::read_to_string(desk.path().join(file)).expect(file);
    assert!(written("temporary/summary.md").starts_with('#'));
    let sarif = given["sarif"].as_str().expect("a file");
    let sarif: Value = serde_json::from_str(&written(sarif)).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");

    desk.write(
        "articles/new.md",
        b"The board has eleven members: five women and seven men.\n",
    );
    let run = step(&desk, &action, &steps[0], &given);
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(
        run.out.starts_with("::error file=articles/new.md"),
        "{}",
        run.out
    );
    assert_eq!(step(&desk, &action, &steps[1], &given).status, Some(1));
    // What is uploaded is what is written.
    assert_eq!(with_of("upload-sarif")["sarif_file"], given["sarif"]);
}

/// Runs the program that a hook names on files.
fn hook(desk: &Desk, entry: &str, files: &[&str]) -> Run {
    let words = calls(entry).remove(0).words;
    let (program, args) = words.split_first().expect("a program");
    assert_eq!(program, "claimlint");
    let args = args.iter().map(String::as_str).chain(files.iter().copied());
    desk.run(&args.collect::<Vec<_>>())
}

#[test]
fn the_hooks_run_on_unrelated_files() {
    let hooks = yaml(&text(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_array().expect("hooks");
    let desk = newsroom("docs_hooks");
    for entry in hooks
        .iter()
        .map(|hook| hook["entry"].as_str().expect("a command"))
    {
        for files in [
            [
                "articles/2024-05-14-berths.html",
                "articles/2024-05-02-ferry.md",
            ],
            // One that is excluded, though it is named.
            [
                "articles/drafts/tugs.md",
                "articles/2024-05-09-old-wharf.txt",
            ],
        ] {
            let run = hook(&desk, entry, &files);
            assert_eq!(
                (run.status, run.err.as_str()),
                (Some(0), ""),
                "{entry}: {}",
                run.out
            );
        }
    }
    let odd = "Police said 12 people were hurt in Accra.\n\n\
               The board has eleven members: five women and seven men.\n";
    desk.write("articles/2024-05-02-ferry.md", odd.as_bytes());
    for entry in hooks
        .iter()
        .map(|hook| hook["entry"].as_str().expect("a command"))
    {
        let run = hook(&desk, entry, &["articles/2024-05-02-ferry.md"]);
        assert_eq!(run.status, Some(1), "{entry}: {}", run.out);
    }
    let shown = shown("yaml").into_iter().map(|block| yaml(&block.text));
    let named = shown.filter_map(|page| page.pointer("/repos/0/hooks").cloned());
    let named: Vec<Value> = named
        .flat_map(|list| list.as_array().cloned().unwrap_or_default())
        .collect();
    assert!(!named.is_empty(), "docs/ci.md shows no hook");
    for name in named {
        assert!(
            hooks.iter().any(|hook| hook["id"] == name["id"]),
            "no hook {name}"
        );
    }
}

#[test]
fn the_makefile_is_the_one_that_is_shown() {
    let makefile = text("examples/newsroom/Makefile");
    let shown = shown("make");
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].text, makefile);
    let desk = newsroom("docs_makefile");
    let recipe = makefile.lines().filter_map(|line| line.strip_prefix('\t'));
    for line in recipe {
        let words = calls(line).remove(0).words;
        let args: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let run = desk.run(&args);
        assert_eq!(
            (run.status, run.err.as_str()),
            (Some(0), ""),
            "{line}: {}",
            run.out
        );
    }
}

/// Every part of the newsroom does something there.
#[test]
fn the_newsroom_is_settled_and_each_part_is_used() {
    let desk = newsroom("docs_newsroom");
    let told = desk.run(&["check", "articles"]);
    assert_eq!((told.status, told.err.as_str()), (Some(0), ""));
    let expected = "nothing new; 2 ignored; 1 reviewed; 1 file excluded; against the baseline: 0 new, 1 known, 0 fixed\n";
    assert!(told.out.ends_with(expected), "{}", told.out);
    let all = desk.run(&["check", "--no-baseline", "articles"]);
    assert_eq!(all.status, Some(1));
    assert!(
        all.out.contains("articles/2023/2023-11-20-library.md"),
        "{}",
        all.out
    );
    for file in [
        "claimlint.yaml",
        "words.yaml",
        "desk-rules/berths-differ.yaml",
    ] {
        let file = root().join("examples/newsroom").join(file);
        let text = std::fs::read_to_string(&file).expect("a file");
        let schema = text
            .lines()
            .next()
            .and_then(|line| line.split("$schema=").nth(1));
        let schema = file.with_file_name(schema.expect("a schema for editors"));
        assert!(schema.is_file(), "{}", schema.display());
    }
}
