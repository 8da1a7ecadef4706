//! What must hold of a page. Each check tells what does not, a line a thing, and nothing where all is well.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::driver::Session;

/// A telephone, a tablet, a desk.
pub const WIDTHS: [u32; 3] = [340, 768, 1280];

/// A page of A4 without its margins, in pixels.
const PAPER: u32 = 688;

/// Errors, requests for anything but the page, and boxes that came up while a page was opened.
pub fn opening(session: &Session) -> Vec<String> {
    let mut complaints: Vec<String> = session.alert().into_iter().collect();
    let page = session.run("return location.href");
    let page = page.as_str().unwrap_or_default();
    let console = session.log("browser");
    complaints.extend(console.iter().map(|entry| entry["message"].to_string()));
    for entry in session.log("performance") {
        let message: Value = entry["message"]
            .as_str()
            .and_then(|message| serde_json::from_str(message).ok())
            .unwrap_or_default();
        let message = &message["message"];
        let asked = message["params"]["request"]["url"]
            .as_str()
            .unwrap_or_default();
        let is_other = asked != page && asked != "about:blank" && !asked.starts_with("data:");
        if message["method"] == "Network.requestWillBeSent" && is_other {
            complaints.push(format!("asks for {asked}"));
        }
    }
    complaints
}

/// Pages that scroll sideways, in a window of any width. Unfolds the page.
pub fn fitting(session: &Session) -> Vec<String> {
    session.unfold();
    let each = WIDTHS.iter().flat_map(|width| {
        session.set_width(*width);
        session.lines(include_str!("scripts/fits.js"))
    });
    each.collect()
}

/// Links without a target, and such as are not of the web.
pub fn links(session: &Session) -> Vec<String> {
    session.lines(include_str!("scripts/links.js"))
}

/// What runs, loads something, or was made by the words of an article.
pub fn foreign(session: &Session) -> Vec<String> {
    session.lines(include_str!("scripts/foreign.js"))
}

/// Headings, and what stands for figures that are drawn.
pub fn outline(session: &Session) -> Vec<String> {
    session.lines(include_str!("scripts/outline.js"))
}

/// Marks that stand elsewhere than their ticks say.
pub fn marks(session: &Session) -> Vec<String> {
    session.lines(include_str!("scripts/unlike_ticks.js"))
}

/// What a screen reader is told no name of. Unfolds the page.
pub fn names(session: &Session) -> Vec<String> {
    const NAMED: [&str; 9] = [
        "button",
        "checkbox",
        "DisclosureTriangle",
        "heading",
        "image",
        "img",
        "link",
        "region",
        "table",
    ];
    session.unfold();
    session.devtools("Accessibility.enable", &json!({}));
    let tree = session.devtools("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let mut complaints = BTreeSet::new();
    for node in nodes.iter().filter(|node| node["ignored"] != true) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        if NAMED.contains(&role) && name.trim().is_empty() {
            complaints.insert(format!("a {role} without a name"));
        }
    }
    complaints.into_iter().collect()
}

/// Words that do not stand out enough, by day and by night. Unfolds the page.
pub fn contrast(session: &Session) -> Vec<String> {
    session.unfold();
    let each = ["light", "dark"].into_iter().flat_map(|scheme| {
        session.set_media("screen", scheme);
        let lines = session.lines(include_str!("scripts/contrast.js"));
        lines
            .into_iter()
            .map(move |line| format!("{scheme}: {line}"))
    });
    each.collect()
}

/// What the tab key does not reach, or reaches without a sign of it.
pub fn keyboard(session: &Session) -> Vec<String> {
    let places = session.run(include_str!("scripts/focus_watch.js"));
    let places = places.as_u64().and_then(|n| usize::try_from(n).ok());
    session.press_tab(places.unwrap_or_default() + 3);
    session.lines(include_str!("scripts/focus_missed.js"))
}

/// What is lost on paper.
pub fn paper(session: &Session) -> Vec<String> {
    session.set_media("print", "light");
    session.set_width(PAPER);
    let mut complaints = session.lines(include_str!("scripts/fits.js"));
    complaints.extend(session.lines(include_str!("scripts/on_paper.js")));
    let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = session.devtools("Page.printToPDF", &a4);
    // "%PDF-" in base64.
    if !printed["data"]
        .as_str()
        .is_some_and(|data| data.starts_with("JVBERi"))
    {
        complaints.push("no PDF".to_owned());
    }
    complaints
}
