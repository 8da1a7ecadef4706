//! The readings of a long text that is read in parts: numbers that run on, and all of them as one.

use super::{Event, Field, Reading, Relation};

impl Reading {
    /// A place as the text spells it: "UK" for United Kingdom.
    pub fn spelling<'a>(&'a self, place: &'a str) -> &'a str {
        let spelled = self.spellings.iter().find(|(name, _)| name == place);
        spelled.map_or(place, |(_, spelling)| spelling)
    }

    /// Counts on from another part: `before` figures of the same text came first.
    pub fn count_on(&mut self, before: usize) {
        for claim in &mut self.claims {
            claim.number += before;
        }
    }

    /// Adds the part of the same text that follows, which counts on. What each part tells stays apart: no event of one is one of the
    /// other.
    pub fn join(&mut self, mut part: Reading) {
        let bytes = self.document.raw.len();
        let (sentences, events, claims) =
            (self.sentences.len(), self.events.len(), self.claims.len());
        let shift = |span: &mut std::ops::Range<usize>| {
            *span = bytes + span.start..bytes + span.end;
        };
        for sentence in &mut part.sentences {
            shift(&mut sentence.span);
            sentence.repeats = sentence.repeats.map(|earlier| sentences + earlier);
            for mark in &mut sentence.marks {
                mark.at.start += bytes;
                mark.at.end += bytes;
            }
        }
        part.dates.iter_mut().for_each(|date| shift(&mut date.span));
        part.names.iter_mut().for_each(|name| shift(&mut name.span));
        part.nations.clear();
        part.speakers
            .iter_mut()
            .for_each(|speaker| shift(&mut speaker.span));
        for claim in &mut part.claims {
            shift(&mut claim.span);
            claim.shift_words(bytes);
            claim.sentence += sentences;
            claim.event = claim.event.map(|event| Field {
                value: events + event.value,
                ..event
            });
            for relation in &mut claim.relations {
                *relation = Relation {
                    to: claims + relation.to,
                    ..*relation
                };
            }
        }
        self.sentences.append(&mut part.sentences);
        self.dates.append(&mut part.dates);
        self.names.append(&mut part.names);
        for (name, spelling) in part.spellings {
            if self.spelling(&name) == name {
                self.spellings.push((name, spelling));
            }
        }
        for lying in part.surroundings {
            if self.surroundings.iter().all(|s| s.place != lying.place) {
                self.surroundings.push(lying);
            }
        }
        self.sketch.join(part.sketch);
        self.speakers.append(&mut part.speakers);
        self.events.extend::<Vec<Event>>(part.events);
        let mentions = self.mentions.len();
        part.persons.iter_mut().for_each(shift);
        self.persons.append(&mut part.persons);
        for mention in &mut part.mentions {
            shift(&mut mention.span);
        }
        for statement in &mut part.statements {
            statement.count_on(claims, mentions);
        }
        self.claims.append(&mut part.claims);
        self.mentions.append(&mut part.mentions);
        self.statements.append(&mut part.statements);
        self.document.join(part.document);
    }
}
