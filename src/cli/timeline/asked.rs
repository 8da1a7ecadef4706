//! What is asked for, in the words of whoever asks; and what is told where there is nothing of it.

use std::collections::BTreeMap;

use super::Args;
use crate::claim::Reading;
use crate::dossier::timeline::{Filter, Timeline, source};
use crate::extract::place_named;
use crate::lexicon::Lexicon;
use crate::problem::{Problem, nearest};

/// What is asked for, in the words of output.
pub(super) fn filter(args: &Args, lexicons: &[&Lexicon]) -> Result<Filter, Problem> {
    let mut filter = Filter::default();
    for word in &args.measure {
        filter.measures.push(measure(word, lexicons)?);
    }
    for name in &args.place {
        // What no list has may still be a place of an article.
        let named = lexicons
            .iter()
            .filter_map(|lexicon| place_named(lexicon, name));
        filter.places.extend(named.chain([name.trim().to_owned()]));
    }
    filter.populations.clone_from(&args.population);
    for name in &args.source {
        let known = lexicons.iter().map(|lexicon| lexicon.originator_in(name));
        filter.sources.extend(known.chain([name.clone()]));
    }
    Ok(filter)
}

fn measure(word: &str, lexicons: &[&Lexicon]) -> Result<String, Problem> {
    let lower = word.trim().to_lowercase();
    if let (Some(noun), Some(lexicon)) = (lower.strip_prefix("noun:"), lexicons.first())
        && !noun.is_empty()
    {
        return Ok(format!("noun:{}", lexicon.forms.singular(noun)));
    }
    let all = || lexicons.iter().flat_map(|lexicon| &lexicon.measures);
    let id = lower.replace([' ', '-'], "_");
    if let Some(known) = all().find(|m| m.id == id || m.label.to_lowercase() == lower) {
        return Ok(known.id.clone());
    }
    let mut ids: Vec<&str> = all().map(|m| m.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let message = format!("unknown measure `{word}`");
    let list = format!(
        "known are {}, and any noun as `noun:school`",
        ids.join(", ")
    );
    Err(
        Problem::of_file("--measure", message).help(match nearest(&id, ids) {
            Some(near) => format!("did you mean `{near}`? {list}"),
            None => list,
        }),
    )
}

/// What is told where no figure is left: the first of the things asked for that no figure has, and what there is.
pub(super) fn nothing(
    readings: &[Reading],
    filter: &Filter,
    timelines: &dyn Fn(&Filter) -> Vec<Timeline>,
) -> Problem {
    let mut so_far = Filter::default();
    let mut before = timelines(&so_far);
    if before.is_empty() {
        let message = "nothing is counted in these articles";
        return Problem::of_file("timeline", message)
            .help("`claimlint extract --all` lists every figure that is read");
    }
    type Take = fn(&mut Filter, &Filter);
    let steps: [(&str, &[String], Take, Names); 4] = [
        (
            "--measure",
            &filter.measures,
            |f, all| f.measures.clone_from(&all.measures),
            |_, t| vec![t.measure.clone()],
        ),
        (
            "--place",
            &filter.places,
            |f, all| f.places.clone_from(&all.places),
            |_, t| t.place.iter().cloned().collect(),
        ),
        (
            "--population",
            &filter.populations,
            |f, all| f.populations.clone_from(&all.populations),
            |_, t| {
                vec![
                    t.population
                        .clone()
                        .unwrap_or_else(|| "everyone".to_owned()),
                ]
            },
        ),
        (
            "--source",
            &filter.sources,
            |f, all| f.sources.clone_from(&all.sources),
            sources,
        ),
    ];
    for (option, asked, take, names) in steps {
        take(&mut so_far, filter);
        let left = timelines(&so_far);
        if left.is_empty() {
            let asked = asked.last().map_or("", String::as_str);
            return missing(option, asked, &there_is(readings, &before, names));
        }
        before = left;
    }
    Problem::of_file("timeline", "no figure has all that is asked for")
}

/// By what names a timeline may be asked for.
type Names = fn(&[Reading], &Timeline) -> Vec<String>;

/// Who says the figures of a timeline, and who publishes them.
fn sources(readings: &[Reading], timeline: &Timeline) -> Vec<String> {
    let rows = timeline
        .rows
        .iter()
        .flat_map(|row| row.members().collect::<Vec<_>>());
    let members = rows.chain(timeline.aside.iter().map(|(member, _)| *member));
    let named = |m: crate::series::Member| {
        let publisher = readings[m.reading].document.source.clone();
        let says = source(readings, m).to_owned();
        if says == publisher {
            vec![says]
        } else {
            vec![says, publisher]
        }
    };
    members.flat_map(named).collect()
}

/// The names that there are with how many figures have them, the most frequent first.
fn there_is(readings: &[Reading], timelines: &[Timeline], names: Names) -> Vec<(String, usize)> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for timeline in timelines {
        let names = names(readings, timeline);
        // A name of the timeline is that of each of its figures.
        let figures = if names.len() == 1 {
            timeline.rows.len() + timeline.aside.len()
        } else {
            1
        };
        for name in names {
            *counted.entry(name).or_default() += figures;
        }
    }
    let mut counted: Vec<(String, usize)> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted
}

fn missing(option: &str, asked: &str, there: &[(String, usize)]) -> Problem {
    /// So many are named.
    const NAMED: usize = 6;
    let listed = there
        .iter()
        .take(NAMED)
        .map(|(name, count)| format!("{name} ({count})"));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let more = if there.len() > NAMED { ", …" } else { "" };
    let lower: Vec<(String, &str)> = there
        .iter()
        .map(|(name, _)| (name.to_lowercase(), name.as_str()))
        .collect();
    let near = nearest(asked, lower.iter().map(|(lower, _)| lower.as_str()));
    let near = near.and_then(|near| lower.iter().find(|(lower, _)| lower == near));
    let near = near.map_or_else(String::new, |(_, name)| format!("did you mean `{name}`? "));
    Problem::of_file(option, format!("no figure of `{asked}` is read"))
        .help(format!("{near}there is {listed}{more}"))
}
