//! What a page says about its article: title, publisher, day and address.

use std::collections::BTreeMap;
use std::ops::Range;

use super::linked::Linked;
use super::tokens::{StartTag, Token};
use super::walk::Walk;

/// Something that a page says, and where.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) value: String,
    /// Its bytes in the file, or those of what it was read from.
    pub(super) place: Range<usize>,
    /// Whether the file has it letter for letter.
    pub(super) is_exact: bool,
}

impl Said {
    /// Something that was read from a part of the file; `None` if it is blank.
    pub(super) fn within(raw: &str, part: Range<usize>, value: &str) -> Option<Self> {
        let value = value.trim();
        let found = raw[part.clone()].rfind(value);
        let exact = found.map(|at| part.start + at..part.start + at + value.len());
        (!value.is_empty()).then(|| Self {
            value: value.to_owned(),
            is_exact: exact.is_some(),
            place: exact.unwrap_or(part),
        })
    }
}

/// Everything that a page says about its article; the first of a kind counts.
#[derive(Default)]
pub(super) struct About {
    title: Option<Said>,
    og_title: Option<Said>,
    site_name: Option<Said>,
    published_time: Option<Said>,
    meta_date: Option<Said>,
    pubdate: Option<Said>,
    /// The day in the header of each article.
    times: BTreeMap<usize, Said>,
    canonical: Option<Said>,
    og_url: Option<Said>,
    linked: Linked,
    /// Where the data begin that are being read.
    script: Option<usize>,
}

impl About {
    /// The title, by rank.
    pub(super) fn title(&self) -> Option<Said> {
        let title = self.title.clone().map(|title| self.without_site(title));
        let found = self.og_title.as_ref().or(self.linked.title.as_ref());
        found.cloned().or(title)
    }

    /// The publisher, by rank.
    pub(super) fn source(&self) -> Option<&Said> {
        self.site_name.as_ref().or(self.linked.source.as_ref())
    }

    /// The days of publication that the page names for an article, by rank.
    pub(super) fn dates(&self, article: Option<usize>) -> impl Iterator<Item = &Said> {
        let time = article.and_then(|article| self.times.get(&article));
        let found = [
            self.published_time.as_ref(),
            self.linked.date.as_ref(),
            self.meta_date.as_ref(),
            self.pubdate.as_ref(),
            time,
        ];
        found.into_iter().flatten()
    }

    /// The address, by rank.
    pub(super) fn url(&self) -> Option<&Said> {
        let url = self.canonical.as_ref().or(self.og_url.as_ref());
        url.or(self.linked.url.as_ref())
    }

    /// Looks at a token, from within the elements that it opens or closes.
    pub(super) fn see(&mut self, raw: &str, token: &Token, walk: &Walk) {
        if walk.is_in("template") || walk.is_in("svg") {
            return;
        }
        match token {
            Token::Start(tag) => self.see_tag(raw, tag, walk),
            Token::End { name, raw: place } if name == "script" => {
                if let Some(start) = self.script.take() {
                    self.linked.read(raw, start..place.start);
                }
            }
            Token::Text {
                raw: place,
                decoded,
            } if walk.is_in("title") => {
                self.see_title(raw, place, decoded.as_deref());
            }
            _ => {}
        }
    }

    fn see_tag(&mut self, raw: &str, tag: &StartTag, walk: &Walk) {
        let said = |value: Option<&str>| Said::within(raw, tag.raw.clone(), value?);
        let (slot, value) = match tag.name.as_str() {
            "meta" => {
                let names = ["property", "name", "itemprop"];
                let name = names.iter().find_map(|name| tag.attribute(name));
                let slot = match name.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "og:title" => &mut self.og_title,
                    "og:site_name" => &mut self.site_name,
                    "og:url" => &mut self.og_url,
                    "article:published_time" => &mut self.published_time,
                    "date" | "datepublished" | "dc.date" | "dc.date.issued" | "dcterms.date"
                    | "dcterms.issued" | "pubdate" => &mut self.meta_date,
                    _ => return,
                };
                (slot, said(tag.attribute("content")))
            }
            "link" => {
                let rel = tag.attribute("rel").unwrap_or_default();
                let mut words = rel.split_ascii_whitespace();
                if !words.any(|word| word.eq_ignore_ascii_case("canonical")) {
                    return;
                }
                (&mut self.canonical, said(tag.attribute("href")))
            }
            "time" => {
                let within = walk.within();
                let time = said(tag.attribute("datetime"));
                if within.unread || within.furniture {
                    return;
                }
                if tag.attribute("pubdate").is_some() {
                    (&mut self.pubdate, time)
                } else if let (Some(article), Some(time)) = (within.article, time)
                    && within.header
                {
                    self.times.entry(article).or_insert(time);
                    return;
                } else {
                    return;
                }
            }
            "script" => {
                let kind = tag.attribute("type").unwrap_or_default();
                let is_data = kind.eq_ignore_ascii_case("application/ld+json");
                self.script = (is_data && !tag.self_closing).then_some(tag.raw.end);
                return;
            }
            _ => return,
        };
        if slot.is_none() {
            *slot = value;
        }
    }

    /// Takes a part of the title of the page, which goes on where the last one ended.
    fn see_title(&mut self, raw: &str, place: &Range<usize>, decoded: Option<&str>) {
        let words = decoded.unwrap_or(&raw[place.clone()]);
        match &mut self.title {
            None => self.title = Said::within(raw, place.clone(), words),
            Some(title) => {
                let gap = &raw[title.place.end..place.start];
                // Another element has no say.
                if gap.trim().is_empty() {
                    title.value.push_str(gap);
                    title.value.push_str(words);
                    title.place.end = place.end;
                    title.is_exact &= decoded.is_none();
                }
            }
        }
    }

    /// The title of a page without the publisher's name behind it.
    fn without_site(&self, mut title: Said) -> Said {
        let end = title.value.trim_end().len();
        title.place.end -= if title.is_exact {
            title.value.len() - end
        } else {
            0
        };
        title.value.truncate(end);
        let Some(site) = self.source() else {
            return title;
        };
        let before = title.value.strip_suffix(site.value.as_str());
        let marks = ['-', '–', '—', '|', '·', ':', '»'];
        let words = before.and_then(|before| before.trim_end().strip_suffix(marks));
        if let Some(words) = words.map(str::trim_end).filter(|words| !words.is_empty()) {
            let cut = title.value.len() - words.len();
            let length = words.len();
            title.value.truncate(length);
            title.place.end -= if title.is_exact { cut } else { 0 };
        }
        title
    }
}
