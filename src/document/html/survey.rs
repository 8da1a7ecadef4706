//! A first look at a page: which part of it is the article, and what the page says about itself.

use std::collections::BTreeMap;

use super::about::About;
use super::tokens::{Token, tokens};
use super::walk::{Walk, Within};

/// What is read of a page, and where.
pub(super) struct Survey {
    /// The number of the article that is read; `None` where the page is one.
    article: Option<usize>,
    /// The `<h1>` above the article that is its headline.
    title: Option<usize>,
    /// Whether the whole page stands in a form.
    is_form: bool,
    /// Whether an `<h1>` is read.
    pub(super) has_title: bool,
    /// Where the text of the page begins.
    pub(super) start: usize,
    pub(super) about: About,
}

/// What is read of some text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Nothing,
    Furniture,
    Article,
}

impl Survey {
    /// The number of the article that is read; `None` where the page is one.
    pub(super) fn article(&self) -> Option<usize> {
        self.article
    }

    /// What is read of the text at a place.
    pub(super) fn part(&self, mut within: Within) -> Part {
        if within.unread {
            return Part::Nothing;
        }
        if within.title.is_some() && within.title == self.title {
            return Part::Article;
        }
        within.form &= !self.is_form;
        if within.article == self.article && within.is_text() {
            Part::Article
        } else {
            Part::Furniture
        }
    }
}

/// What an article holds.
#[derive(Default)]
struct Article {
    /// Bytes of its text in paragraphs, and of all of its text.
    length: (usize, usize),
    /// How many `<h1>` begin before it.
    titles_before: usize,
}

/// An `<h1>` that has words.
struct Title {
    within: Within,
    number: usize,
    /// Whether it stands in no article, or beside those of the main part.
    is_free: bool,
}

/// Looks through a page from a byte on.
pub(super) fn survey(raw: &str, from: usize) -> Survey {
    let mut walk = Walk::new();
    let mut about = About::default();
    let mut articles: BTreeMap<usize, Article> = BTreeMap::new();
    let mut titles: Vec<Title> = Vec::new();
    let mut start = None;
    for token in tokens(raw, from) {
        if let Token::Start(tag) = &token {
            walk.start(tag);
        }
        about.see(raw, &token, &walk);
        match token {
            Token::Start(_) => {
                if let Some(number) = walk.within().article {
                    let titles_before = walk.titles();
                    articles.entry(number).or_insert_with(|| Article {
                        titles_before,
                        ..Article::default()
                    });
                }
            }
            Token::End { name, .. } => {
                walk.end(&name);
            }
            Token::Comment(_) => {}
            Token::Text { raw: place, .. } => {
                let words = raw[place.clone()].trim().len();
                if words == 0 {
                    continue;
                }
                walk.end_head();
                let within = walk.within();
                if within.unread {
                    continue;
                }
                start.get_or_insert(place.start);
                let known = titles.last().map(|title| title.number);
                if let Some(number) = within.title
                    && known.is_none_or(|known| known < number)
                    && !within.furniture
                {
                    let is_free = within.article.is_none_or(|around| walk.is_main(around));
                    titles.push(Title {
                        within,
                        number,
                        is_free,
                    });
                }
                if let Some(article) = within.article.filter(|_| within.is_text()) {
                    let length = &mut articles.entry(article).or_default().length;
                    length.0 += if within.paragraph { words } else { 0 };
                    length.1 += words;
                }
            }
        }
    }
    // Of articles of one length the first.
    let longest = articles
        .iter()
        .rev()
        .filter(|(_, article)| article.length.1 > 0)
        .max_by_key(|(_, article)| article.length);
    let article = longest.map(|(number, _)| *number);
    let is_form = article.is_none() && titles.first().is_some_and(|title| title.within.form);
    let has_own = titles.iter().any(|title| {
        let mut within = title.within;
        within.form &= !is_form;
        within.article == article && within.is_text()
    });
    let mut free = titles.iter().filter(|title| title.is_free);
    let above = match longest {
        Some((_, article)) => free.rfind(|title| title.number < article.titles_before),
        None => free.next(),
    };
    let title = above.filter(|_| !has_own).map(|title| title.number);
    Survey {
        article,
        title,
        is_form,
        has_title: has_own || title.is_some(),
        start: start.unwrap_or(raw.len()),
        about,
    }
}
