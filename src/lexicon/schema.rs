//! The schemas of the data files.

use super::{addition, forms, matching, numbers, raw, units};
use crate::schema::{Named, of};

/// The JSON Schema of the words that a desk adds.
pub const ADDITION: Named = ("words", of::<addition::Addition>);

/// The JSON Schema of each data file, by the file's name without its ending, below `rules/`; it is
/// made when it is asked for.
pub const SCHEMAS: [Named; 19] = [
    ("lexicon/bounds", of::<raw::Bounds>),
    ("lexicon/calendar", of::<raw::Calendar>),
    ("lexicon/cues", of::<raw::Cues>),
    ("lexicon/furniture", of::<raw::Furniture>),
    ("lexicon/grammar", of::<raw::Grammar>),
    ("lexicon/limits", of::<raw::Limits>),
    ("lexicon/lists", of::<raw::Lists>),
    ("lexicon/matching", of::<matching::Matching>),
    ("lexicon/measures", of::<raw::Measures>),
    ("lexicon/not-figures", of::<raw::NotFigures>),
    ("lexicon/numbers", of::<numbers::Raw>),
    ("lexicon/people", of::<raw::People>),
    ("lexicon/persons", of::<raw::Persons>),
    ("lexicon/places", of::<raw::Places>),
    ("lexicon/speakers", of::<raw::Speakers>),
    ("lexicon/sums", of::<raw::Sums>),
    ("lexicon/trends", of::<raw::Trends>),
    ("lexicon/units", of::<units::Raw>),
    ("lexicon/word-forms", of::<forms::Raw>),
];
