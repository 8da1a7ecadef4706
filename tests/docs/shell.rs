//! A line for a shell, read as far as the documentation needs it: words, pipes, `&&`, `;`, redirections and settings
//! before a command.

/// One program with its arguments, what it reads and what its output goes to.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Call {
    pub words: Vec<String>,
    /// `NAME=value` before it.
    pub settings: Vec<(String, String)>,
    /// The file behind `<`.
    pub from: Option<String>,
    /// The file behind `>`.
    pub to: Option<String>,
    /// The first word of the program whose output it reads.
    pub piped_from: Option<String>,
}

/// The calls of a line; none of a comment.
pub fn calls(line: &str) -> Vec<Call> {
    let words = shlex::split(line).unwrap_or_else(|| panic!("no words of a shell: {line}"));
    let mut calls = vec![Call::default()];
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let call = calls.last_mut().expect("a call");
        match word.as_str() {
            "|" => {
                let piped_from = call.words.first().cloned();
                calls.push(Call {
                    piped_from,
                    ..Call::default()
                });
            }
            "&&" | ";" => calls.push(Call::default()),
            "<" => call.from = words.next(),
            ">" | ">>" => call.to = words.next(),
            _ => match word.split_once('=') {
                Some((name, value)) if call.words.is_empty() => {
                    call.settings.push((name.to_owned(), value.to_owned()));
                }
                _ => call.words.push(word),
            },
        }
    }
    calls.retain(|call| !call.words.is_empty());
    calls
}

#[test]
fn a_line_is_read_as_its_calls() {
    let call = |words: &str| Call {
        words: words.split(' ').map(str::to_owned).collect(),
        ..Call::default()
    };
    let piped = |words, from: &str| Call {
        piped_from: Some(from.to_owned()),
        ..call(words)
    };
    assert_eq!(calls("  # a comment"), []);
    assert_eq!(
        calls("claimlint check - # one"),
        [call("claimlint check -")]
    );
    assert_eq!(
        calls("pbpaste | claimlint check -"),
        [call("pbpaste"), piped("claimlint check -", "pbpaste")]
    );
    assert_eq!(calls("cd a && b"), [call("cd a"), call("b")]);
    let told = calls("CI=true claimlint schema 'rule' > \"a b\" < c").remove(0);
    assert_eq!(told.words, ["claimlint", "schema", "rule"]);
    assert_eq!(told.settings, [("CI".to_owned(), "true".to_owned())]);
    assert_eq!(told.to.as_deref(), Some("a b"));
    assert_eq!(told.from.as_deref(), Some("c"));
}
