//! Two figures of one article: the headline against the text, two originators against each other.

use std::collections::BTreeSet;

use super::{Scene, is_loud};
use crate::checks::Checked;
use crate::series::{Licence, Member, is_title, licence, text_makes_up};

/// So many voices of one article are held against each other.
const MOST_VOICES: usize = 12;

pub(super) fn compare(scene: Scene<'_>, document: &[Member], out: &mut Checked) {
    let readings = scene.readings;
    let allowed =
        |a: Member, b: Member| licence(readings, scene.task.stories, scene.task.selection, a, b);
    // One total above the text against the first one in it.
    let above = document.iter().find(|m| is_title(m.of(readings)));
    let below = document.iter().find(|m| !is_title(m.of(readings)));
    let titled = above
        .zip(below)
        .map(|(a, b)| [*a, *b])
        .filter(|[a, b]| allowed(*a, *b) == Ok(Licence::Headline))
        .filter(|[a, b]| !text_makes_up(readings, *a, *b));
    // And the first figure of each voice, as long as it may be compared with those before.
    let mut voices = BTreeSet::new();
    let mut cited: Vec<Member> = Vec::new();
    for member in document.iter().filter(|m| !is_title(m.of(readings))) {
        let fits = |other: &Member| allowed(*other, *member) == Ok(Licence::Originators);
        let voice = member.of(readings).originator();
        if cited.len() < MOST_VOICES && cited.iter().all(fits) && voices.insert(voice) {
            cited.push(*member);
        }
    }
    let groups = [
        (Licence::Headline, titled.map_or_else(Vec::new, Vec::from)),
        (Licence::Originators, cited),
    ];
    for (licence, members) in groups {
        if members.len() < 2 {
            continue;
        }
        out.hold(members.iter().copied());
        let (sides, context) = scene.clusters(&members);
        if sides.len() < 2 {
            continue;
        }
        let judgement = scene.judge(licence, sides[0].first(), sides[1].first());
        debug_assert!(licence == Licence::Headline || !is_loud(&judgement));
        out.findings
            .push(scene.finding(&sides, &context, &judgement));
    }
}
