//! Sentences and short articles labelled by hand, with every field of every figure. What the program misreads today is
//! named in the labels, so that a mend shows here as well as a loss.

use claimlint::claim::{AsOf, Claim, Reading, RelationKind};
use claimlint::document::{Format, read};
use claimlint::extract;
use claimlint::lexicon::Lexicon;

/// A text with its labels.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    style: Option<String>,
    date: String,
    text: String,
    /// Numbers that are taken for figures and are none.
    #[serde(default)]
    misread: Vec<String>,
    figures: Vec<Figure>,
}

/// What one figure says.
#[derive(serde::Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Figure {
    text: String,
    #[serde(default)]
    noun: Option<String>,
    #[serde(default)]
    measure: Option<String>,
    #[serde(default)]
    population: Option<String>,
    #[serde(default = "total")]
    role: String,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    as_of: Option<String>,
    #[serde(default)]
    event: Option<String>,
    #[serde(default)]
    attribution: Option<String>,
    #[serde(default = "asserted")]
    modality: String,
    #[serde(default)]
    relations: Vec<String>,
    /// Fields that are read wrongly today; `figure` where it is not found.
    #[serde(default)]
    misread: Vec<String>,
}

fn total() -> String {
    "total".to_owned()
}

fn asserted() -> String {
    "asserted".to_owned()
}

impl Figure {
    /// The fields by name, as a reader compares them.
    fn fields(&self) -> [(&'static str, String); 11] {
        let known = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        [
            ("noun", known(&self.noun)),
            ("measure", known(&self.measure)),
            ("population", known(&self.population)),
            ("role", self.role.clone()),
            ("place", known(&self.place)),
            ("status", known(&self.status)),
            ("as_of", known(&self.as_of)),
            ("event", known(&self.event)),
            ("attribution", known(&self.attribution)),
            ("modality", self.modality.clone()),
            ("relations", self.relations.join(", ")),
        ]
    }
}

/// The place in the labels of every claim, in order; `None` for what is no labelled figure.
type Labels = Vec<Option<usize>>;

/// What the program reads, in the form of a label.
fn figure(reading: &Reading, claim: &Claim, labels: &Labels) -> Figure {
    let published = reading.document.published;
    let value = |field: &Option<claimlint::claim::Field<String>>| {
        field.as_ref().map(|field| field.value.clone())
    };
    let event = claim
        .event
        .and_then(|event| reading.events.get(event.value));
    let mut relations: Vec<String> = claim
        .relations
        .iter()
        .filter(|r| !matches!(r.kind, RelationKind::DerivedFrom | RelationKind::Repeats))
        .filter_map(|r| Some(format!("{} {}", r.kind.as_str(), labels[r.to]?)))
        .collect();
    relations.sort();
    Figure {
        text: claim.text.clone(),
        noun: value(&claim.noun),
        measure: value(&claim.measure),
        population: value(&claim.population),
        role: claim.role.as_str().to_owned(),
        place: claim
            .place
            .as_ref()
            .map(|place| reading.spelling(&place.value).to_owned()),
        status: claim.status.map(|status| status.value.as_str().to_owned()),
        as_of: claim
            .as_of
            .as_ref()
            .filter(|as_of| !matches!(&as_of.value, AsOf::Day(day) if Some(*day) == published))
            .map(|as_of| as_of.value.to_string()),
        event: event
            .and_then(|event| event.day)
            .map(|day| day.value.to_string()),
        attribution: claim.attribution.first().map(|who| who.name.clone()),
        modality: claim.modality.as_str().to_owned(),
        relations,
        misread: Vec::new(),
    }
}

/// What differs between the labels of a file and what the program reads.
fn differences(lexicon: &Lexicon, file: &str) -> (usize, String) {
    let items: Vec<Item> = match serde_yaml::from_str(file) {
        Ok(items) => items,
        Err(error) => return (0, error.to_string()),
    };
    let mut told = String::new();
    for item in &items {
        let head = format!("date {}\n{}", item.date, item.text);
        let document = read(
            Format::Plain,
            "a.txt",
            head.into_bytes(),
            &lexicon.furniture,
        )
        .documents
        .remove(0)
        .1;
        let reading = extract::read(document, lexicon);
        let (labels, unlabelled) = labels_of(&reading, item);
        let mut tell = |what: String| {
            let name = item.name.as_deref().unwrap_or(&item.text);
            told.push_str(&format!("{name}\n    {what}\n"));
        };
        if unlabelled != item.misread {
            tell(format!(
                "no figures: {unlabelled:?}, expected {:?}",
                item.misread
            ));
        }
        for (i, label) in item.figures.iter().enumerate() {
            let at = labels.iter().position(|found| *found == Some(i));
            let is_known = label.misread == ["figure"];
            let Some(claim) = at.map(|at| &reading.claims[at]) else {
                if !is_known {
                    tell(format!("{}: is not read", label.text));
                }
                continue;
            };
            let found = figure(&reading, claim, &labels);
            for ((name, expected), (_, found)) in label.fields().into_iter().zip(found.fields()) {
                let known = label.misread.iter().any(|field| field == name);
                if known == (expected == found) {
                    let told = if known {
                        "is no longer misread"
                    } else {
                        "is misread"
                    };
                    tell(format!(
                        "{}: {name} {told}: {found}, label {expected}",
                        label.text
                    ));
                }
            }
        }
    }
    let styles = items.iter().filter(|item| item.style.is_some()).count();
    assert!(
        styles == 0 || styles == items.len(),
        "all articles have a style"
    );
    (items.len(), told)
}

/// Which label every claim has, and the written claims that have none: the first figure of the same text, in order.
fn labels_of(reading: &Reading, item: &Item) -> (Labels, Vec<String>) {
    let mut free: Vec<usize> = (0..item.figures.len()).collect();
    let mut unlabelled = Vec::new();
    let labels = reading.claims.iter().map(|claim| {
        if claim.is_derived() {
            return None;
        }
        let at = free
            .iter()
            .position(|i| item.figures[*i].text == claim.text);
        if at.is_none() {
            unlabelled.push(claim.text.clone());
        }
        at.map(|at| free.remove(at))
    });
    (labels.collect(), unlabelled)
}

fn check(file: &str, items: usize) {
    let (count, told) = differences(&Lexicon::english(), file);
    assert!(told.is_empty(), "{told}");
    assert!(count >= items, "{count} labelled texts");
}

#[test]
fn wire_copy() {
    check(include_str!("wire.yaml"), 50);
}

#[test]
fn local_news() {
    check(include_str!("local.yaml"), 50);
}

#[test]
fn situation_reports() {
    check(include_str!("sitrep.yaml"), 50);
}

#[test]
fn headlines() {
    check(include_str!("headline.yaml"), 50);
}

#[test]
fn articles() {
    check(include_str!("articles.yaml"), 20);
}
