//! One sentence with its tokens and figures: what every step from a figure to a claim looks at.

use super::scan::Found;
use super::token::Token;
use crate::claim::Words;
use crate::lexicon::{Classes, Lexicon, Phrases};

/// One sentence.
pub struct Passage<'a> {
    /// The words that are known.
    pub lexicon: &'a Lexicon,
    /// The text that is read.
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// Its figures; their token indices count in `tokens`.
    pub figures: &'a [Found],
}

impl<'a> Passage<'a> {
    /// The figure that a token is part of.
    pub fn figure_at(&self, token: usize) -> Option<usize> {
        let i = self.figures.partition_point(|f| f.end <= token);
        self.figures.get(i).filter(|f| f.first <= token).map(|_| i)
    }

    /// The text from one token to before another.
    pub fn words(&self, first: usize, end: usize) -> &'a str {
        match (
            self.tokens.get(first),
            end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if first.start < last.end => {
                &self.text[first.start..last.end]
            }
            _ => "",
        }
    }

    /// The bytes of the text from one token to before another.
    pub fn span(&self, first: usize, end: usize) -> Words {
        let start = self.tokens.get(first).map_or(0, |t| t.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        Words {
            start,
            end: last.map_or(start, |t| t.end.max(start)),
        }
    }

    /// The token there, if it is in any of the classes.
    pub fn is(&self, token: usize, classes: Classes) -> bool {
        self.tokens.get(token).is_some_and(|t| t.is(classes))
    }

    /// Whether the token is a name by its particle, whatever its case: "al-Balah".
    pub fn is_particled(&self, token: usize) -> bool {
        let forms = &self.lexicon.forms;
        forms.is_particled(self.words(token, token + 1))
    }

    /// Whether the token is a noun of that kind of the lexicon.
    pub fn is_noun_of(&self, token: usize, kind: &str) -> bool {
        let word = self.tokens.get(token).map(|t| t.word);
        word.is_some_and(|word| self.lexicon.is_noun_of(word, kind))
    }

    /// The first token of the clause that a token stands in.
    pub fn clause_start(&self, token: usize) -> usize {
        (1..=token)
            .rev()
            .find(|i| self.begins_clause(*i))
            .unwrap_or(0)
    }

    /// One past the last token of the clause that a token stands in.
    pub fn clause_end(&self, token: usize) -> usize {
        (token + 1..self.tokens.len())
            .find(|i| self.begins_clause(*i))
            .unwrap_or(self.tokens.len())
    }

    /// Whether a new clause begins with the token: after a break, or with a relative or a conjunction after a comma.
    fn begins_clause(&self, i: usize) -> bool {
        let (before, token) = (&self.tokens[i - 1], &self.tokens[i]);
        // As between most tokens.
        if before.is_word() && token.is_word() && !token.is(Classes::RELATIVE) {
            return false;
        }
        (before.is_break() && !self.is_shortened(i - 1))
            || (token.is_break() && !self.is_shortened(i))
            || self.is_spaced_hyphen(i - 1)
            || self.is_spaced_hyphen(i)
            || (before.is_sign(',')
                && token.is(Classes::RELATIVE.with(Classes::CONJUNCTION))
                && !self.joins_figure(i))
            || (token.is(Classes::RELATIVE)
                && !before.is(Classes::PREPOSITION)
                && !before.is_sign(','))
    }

    /// Whether a hyphen stands for a dash: "TAMPA - Police say".
    pub fn is_spaced_hyphen(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let apart =
            |a: Option<&Token>, b: Option<&Token>| a.zip(b).is_some_and(|(a, b)| a.end < b.start);
        token.is_sign('-')
            && apart(i.checked_sub(1).map(|b| &self.tokens[b]), Some(token))
            && apart(Some(token), self.tokens.get(i + 1))
    }

    /// Whether a full stop shortens the word before it: "Mario M. Cuomo".
    pub fn is_shortened(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map(|b| &self.tokens[b]);
        let initial = |t: &Token| t.capital && t.end - t.start == 1;
        let known = |t: &Token| self.lexicon.abbreviations.contains(&t.word);
        let goes_on = i + 1 < self.tokens.len();
        self.tokens[i].is_sign('.') && goes_on && before.is_some_and(|t| initial(t) || known(t))
    }

    /// Whether a figure follows the conjunction, as in "12 dead, and 30 injured".
    fn joins_figure(&self, i: usize) -> bool {
        self.tokens[i].is(Classes::CONJUNCTION) && self.figure_at(i + 1).is_some()
    }

    /// Every phrase of a table between two tokens: where it begins, where it ends, its meaning.
    pub fn phrases<'t, T>(
        &self,
        table: &'t Phrases<T>,
        first: usize,
        end: usize,
    ) -> Vec<(usize, usize, &'t T)> {
        let end = end.min(self.tokens.len());
        let mut out = Vec::new();
        let mut i = first;
        while i < end {
            match self
                .phrase_at(table, i)
                .filter(|(length, _)| i + length <= end)
            {
                Some((length, meaning)) => {
                    out.push((i, i + length, meaning));
                    i += length;
                }
                None => i += 1,
            }
        }
        out
    }

    /// The longest phrase of a table of the cues, the events or the places that begins with a token.
    pub fn phrase_at<'t, T>(&self, table: &'t Phrases<T>, token: usize) -> Option<(usize, &'t T)> {
        let first = self.tokens.get(token)?;
        if !first.is(Classes::PHRASE_START) {
            return None;
        }
        table.longest(first.word, |n| self.tokens.get(token + n).map(|t| t.word))
    }
}
