//! The reports that are looked at.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::common::{Desk, root, run_in};

/// Words that would be more than words where a page takes them for markup, an address or a style.
const HOSTILE: &str = "</script></style></svg></title></textarea>]]>--><script>alert(1)</script>\
                       <x-hostile>x</x-hostile><img src=x onerror=alert(2)>\" onfocus=\"alert(3)\" autofocus=\"' onclick='alert(4)' \
                       {{ 7 * 7 }} {% raw %} \u{202e}gnp\u{2066} &lt;b&gt; `a` javascript:alert(5)";

/// A word that no line has room for.
fn long() -> String {
    "Donaudampfschiff".repeat(20)
}

/// Rows of articles that differ, with hostile words wherever words can be.
fn hostile() -> String {
    let urls = [
        "javascript:alert(6)",
        "data:text/html,<script>alert(7)</script>",
        "https://news.example/\"onclick=\"alert(8)",
        "https://news.example/a?b=c&d=<e>",
    ];
    let rows = urls.iter().enumerate().map(|(n, url)| {
        let (killed, day) = (20 + 7 * n, 5 + n);
        let text = format!(
            "{HOSTILE}\n\nThe flood killed {killed} people in Manila on Monday, the {HOSTILE} ministry said.\n\n\
             \"{HOSTILE}\", said Dr {HOSTILE} {long}, after 1{n}5 people were injured in Manila {HOSTILE}.\n\n\
             Some 45,000 people are sheltering in Goma, the UN <b>said</b>. About 6{n},000 people are sheltering in Goma.\n",
            long = long(),
        );
        let row = serde_json::json!({
            "id": format!("{n}{HOSTILE}"),
            "title": format!("Flood kills {killed} {HOSTILE} {}", long()),
            "source": format!("Post {n} {HOSTILE}"),
            "date": format!("2024-03-{day:02}"),
            "url": url,
            "text": text,
        });
        format!("{row}\n")
    });
    rows.collect()
}

/// A report, by what it is of.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it is of.
    pub name: &'static str,
    /// Where it lies.
    pub file: PathBuf,
}

impl Page {
    /// Where a picture of it is put.
    pub fn picture(&self, what: &str) -> PathBuf {
        self.file
            .with_file_name(format!("{}-{what}.png", self.name))
    }
}

/// The reports, written once.
pub fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let rows = hostile();
        let articles = [
            ("articles/rows.jsonl", rows.as_str()),
            ("articles/<b>&amp;'\".txt", HOSTILE),
        ];
        let desk = Desk::new("browser-pages", &articles);
        let of = |name: &'static str, articles: &str| {
            let file = desk.path().join(format!("{name}.html"));
            let written = file.to_str().expect("a path is UTF-8");
            let run = run_in(root(), &["report", articles, "-o", written]);
            assert_eq!(run.status, Some(0), "{}", run.err);
            Page { name, file }
        };
        let hostile = desk.path().join("articles");
        vec![
            of("rafah", "examples/rafah"),
            of("draft", "examples/draft"),
            of("flood", "examples/flood"),
            of("hostile", hostile.to_str().expect("a path is UTF-8")),
        ]
    })
}
