//! The tokens of a page, each with the bytes it stands in. The only place that knows the tokenizer.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

/// One token; places are bytes of the file.
#[derive(Debug)]
pub(super) enum Token {
    /// Text as it stands in the file, or what a character reference or a line end stands for.
    Text {
        raw: Range<usize>,
        decoded: Option<String>,
    },
    Start(StartTag),
    End {
        name: String,
        raw: Range<usize>,
    },
    Comment(Range<usize>),
}

/// An opening tag; names are in lower case.
#[derive(Debug, Default)]
pub(super) struct StartTag {
    pub(super) name: String,
    /// Those of [`ATTRIBUTES`] that it has.
    attributes: Vec<(String, String)>,
    pub(super) self_closing: bool,
    pub(super) raw: Range<usize>,
}

impl StartTag {
    /// The value of an attribute, without the white space around it.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim())
    }
}

/// The attributes that something is read from; the others are not kept.
const ATTRIBUTES: [&str; 13] = [
    "aria-hidden",
    "charset",
    "content",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "itemprop",
    "name",
    "property",
    "pubdate",
    "rel",
    "type",
];

/// The tokens of a page from a byte on.
pub(super) fn tokens(raw: &str, start: usize) -> impl Iterator<Item = Token> {
    let text = &raw[start..];
    let tokenizer = Tokenizer::new_with_emitter(text, Gatherer::new(text));
    let at = move |range: Range<usize>| start + range.start..start + range.end;
    tokenizer.map(move |token| {
        let Ok(token): Result<Token, Infallible> = token;
        match token {
            Token::Text { raw, decoded } => Token::Text {
                raw: at(raw),
                decoded,
            },
            Token::Start(tag) => Token::Start(StartTag {
                raw: at(tag.raw),
                ..tag
            }),
            Token::End { name, raw } => Token::End { name, raw: at(raw) },
            Token::Comment(raw) => Token::Comment(at(raw)),
        }
    })
}

/// What the tokenizer tells, gathered to tokens.
struct Gatherer<'a> {
    raw: &'a str,
    found: VecDeque<Token>,
    /// How much of the file is read.
    position: usize,
    /// Up to where the text is taken.
    taken: usize,
    /// Text that stands in the file as it is read. It may come in pieces that end within a character.
    text: Range<usize>,
    /// Where the tag or comment begins that is being read.
    opened: usize,
    is_end: bool,
    name: Vec<u8>,
    tag: StartTag,
    attribute: Option<(Vec<u8>, Vec<u8>)>,
    last_start: Vec<u8>,
}

impl<'a> Gatherer<'a> {
    fn new(raw: &'a str) -> Self {
        Self {
            raw,
            found: VecDeque::new(),
            position: 0,
            taken: 0,
            text: 0..0,
            opened: 0,
            is_end: false,
            name: Vec::new(),
            tag: StartTag::default(),
            attribute: None,
            last_start: Vec::new(),
        }
    }

    fn close_text(&mut self) {
        let text = std::mem::replace(&mut self.text, self.position..self.position);
        if !text.is_empty() && self.raw.get(text.clone()).is_some() {
            self.found.push_back(Token::Text {
                raw: text,
                decoded: None,
            });
        }
    }

    fn close_attribute(&mut self) {
        let Some((name, value)) = self.attribute.take() else {
            return;
        };
        let known = ATTRIBUTES
            .iter()
            .find(|known| known.as_bytes() == name.as_slice());
        // The first of a name counts.
        if let Some(known) = known
            && self.tag.attribute(known).is_none()
        {
            let value = String::from_utf8_lossy(&value).into_owned();
            self.tag.attributes.push(((*known).to_owned(), value));
        }
    }

    fn open_tag(&mut self, is_end: bool) {
        self.is_end = is_end;
        self.name.clear();
        self.tag = StartTag::default();
        self.attribute = None;
    }
}

impl Emitter for Gatherer<'_> {
    type Token = Token;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn pop_token(&mut self) -> Option<Token> {
        self.found.pop_front()
    }

    fn init_string(&mut self) {
        self.taken = self.position;
    }

    fn emit_string(&mut self, words: &[u8]) {
        if words.is_empty() {
            // The second byte of a line end.
            self.taken = self.position;
            return;
        }
        let is_here = |raw: &Range<usize>| {
            raw.start >= self.taken && self.raw.as_bytes().get(raw.clone()) == Some(words)
        };
        let before = self.position.saturating_sub(words.len())..self.position;
        // What looked like the end of a script or a title comes late.
        let next = self.taken..self.taken + words.len();
        let exact = [Some(before), Some(next).filter(|_| words.starts_with(b"<"))];
        if let Some(raw) = exact.into_iter().flatten().find(is_here) {
            if self.text.end != raw.start {
                self.close_text();
                self.text.start = raw.start;
            }
            self.text.end = raw.end;
            self.taken = raw.end;
        } else {
            self.close_text();
            self.found.push_back(Token::Text {
                raw: self.taken.min(self.position)..self.position,
                decoded: Some(String::from_utf8_lossy(words).into_owned()),
            });
            self.taken = self.position;
        }
    }

    fn start_open_tag(&mut self) {
        self.opened = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.open_tag(false);
    }

    fn init_end_tag(&mut self) {
        self.open_tag(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend(name);
    }

    fn set_self_closing(&mut self) {
        self.tag.self_closing = true;
    }

    fn init_attribute(&mut self) {
        self.close_attribute();
        self.attribute = Some((Vec::new(), Vec::new()));
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        if let Some((name, _)) = &mut self.attribute {
            name.extend(part);
        }
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if let Some((_, value)) = &mut self.attribute {
            value.extend(part);
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.close_text();
        self.close_attribute();
        let raw = self.opened..self.position;
        let name = String::from_utf8_lossy(&self.name).into_owned();
        self.taken = self.position;
        if self.is_end {
            self.found.push_back(Token::End { name, raw });
            return None;
        }
        std::mem::swap(&mut self.last_start, &mut self.name);
        let tag = std::mem::take(&mut self.tag);
        // A page that is XML closes scripts like this; for HTML nothing but the script would follow.
        let state = naive_next_state(&self.last_start).filter(|_| !tag.self_closing);
        self.found
            .push_back(Token::Start(StartTag { name, raw, ..tag }));
        state
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn emit_current_comment(&mut self) {
        self.close_text();
        let end = self.raw.floor_char_boundary(self.position);
        let start = self.opened.min(end);
        self.found.push_back(Token::Comment(start..end));
    }

    fn emit_eof(&mut self) {
        self.close_text();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    // A page is read however broken it is, and its doctype and the words of comments are read from the file.
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn emit_current_doctype(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens, each with the bytes of the file that it stands in.
    fn shown(raw: &str) -> Vec<(String, &str)> {
        let shown = |token| match token {
            Token::Text { raw, decoded } => (decoded.unwrap_or_else(|| "=".to_owned()), raw),
            Token::Start(tag) => (format!("<{}", tag.name), tag.raw),
            Token::End { name, raw } => (format!("</{name}"), raw),
            Token::Comment(raw) => ("<!".to_owned(), raw),
        };
        tokens(raw, 0)
            .map(shown)
            .map(|(what, place)| (what, &raw[place]))
            .collect()
    }

    #[test]
    fn every_token_knows_its_bytes() {
        let cases: [(&str, &[(&str, &str)]); 15] = [
            (
                "a&nbsp;b&#8217;s &amp c",
                &[
                    ("=", "a"),
                    ("\u{a0}", "&nbsp;"),
                    ("=", "b"),
                    ("’", "&#8217;"),
                    ("=", "s "),
                    ("&", "&amp"),
                    ("=", " c"),
                ],
            ),
            ("AT&T é&é<é", &[("=", "AT&T é&é<é")]),
            ("a &bogus; b &", &[("=", "a &bogus; b &")]),
            ("&#x1F600;1", &[("😀", "&#x1F600;"), ("=", "1")]),
            ("&#0;", &[("\u{fffd}", "&#0;")]),
            (
                "a\r\nb\rc\r\n",
                &[
                    ("=", "a"),
                    ("\n", "\r"),
                    ("=", "b"),
                    ("\n", "\r"),
                    ("=", "c"),
                    ("\n", "\r"),
                ],
            ),
            ("\r\n&#49;", &[("\n", "\r"), ("1", "&#49;")]),
            (
                "<P Class=x>a</P >",
                &[("<p", "<P Class=x>"), ("=", "a"), ("</p", "</P >")],
            ),
            (
                "é<!-- a > b -->c<!-- d",
                &[
                    ("=", "é"),
                    ("<!", "<!-- a > b -->"),
                    ("=", "c"),
                    ("<!", "<!-- d"),
                ],
            ),
            (
                "<script>1 < 2 </p></script>3",
                &[
                    ("<script", "<script>"),
                    ("=", "1 < 2 </p>"),
                    ("</script", "</script>"),
                    ("=", "3"),
                ],
            ),
            ("<script/>3", &[("<script", "<script/>"), ("=", "3")]),
            (
                "<title>a <b> &gt; c</title>",
                &[
                    ("<title", "<title>"),
                    ("=", "a <b> "),
                    (">", "&gt;"),
                    ("=", " c"),
                    ("</title", "</title>"),
                ],
            ),
            (
                "<![CDATA[ 4 ]]>5<?xml 6?>",
                &[("<!", "<![CDATA[ 4 ]]>"), ("=", "5"), ("<!", "<?xml 6?>")],
            ),
            ("a <p", &[("=", "a ")]),
            (
                "<p\r\nid=1>\r\nx",
                &[("<p", "<p\r\nid=1>"), ("\n", "\r"), ("=", "x")],
            ),
        ];
        for (raw, expected) in cases {
            let found = shown(raw);
            let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), *b)).collect();
            assert_eq!(found, expected, "{raw}");
        }
    }

    #[test]
    fn attributes_that_are_read() {
        let raw = "<META Name=' date ' content=\"a &amp; b\" data-x=1 hidden name=second HREF=/x/>";
        let mut found = tokens(raw, 0);
        let Some(Token::Start(tag)) = found.next() else {
            panic!("a tag")
        };
        let names = ["name", "content", "hidden", "href", "data-x", "rel"];
        let expected = [
            Some("date"),
            Some("a & b"),
            Some(""),
            Some("/x/"),
            None,
            None,
        ];
        assert_eq!(names.map(|name| tag.attribute(name)), expected);
        assert!(!tag.self_closing && tag.raw == (0..raw.len()));
    }
}
