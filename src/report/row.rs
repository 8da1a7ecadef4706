//! One JSON value, written byte by byte behind what was written before.

use std::fmt;
use std::io::{self, Write as _};

use crate::quantity::Decimal;

/// A JSON value that is being written. Nothing checks that keys and brackets match: it is for one format, whose tests
/// do.
pub(super) struct Row<'a> {
    bytes: &'a mut Vec<u8>,
}

impl<'a> Row<'a> {
    /// A value behind what was written.
    pub(super) fn of(bytes: &'a mut Vec<u8>) -> Self {
        Self { bytes }
    }

    /// Opens an object or a list.
    pub(super) fn open(&mut self, bracket: u8) {
        self.bytes.push(bracket);
    }

    /// Closes an object or a list.
    pub(super) fn close(&mut self, bracket: u8) {
        self.bytes.push(bracket);
    }

    /// Parts a value of a list from the one before.
    pub(super) fn next(&mut self) -> &mut Self {
        if !matches!(self.bytes.last(), Some(b'{' | b'[')) {
            self.bytes.push(b',');
        }
        self
    }

    /// The name of the value that follows, one of ours: nothing in it needs to be escaped.
    pub(super) fn key(&mut self, name: &str) -> &mut Self {
        self.next().word(name);
        self.bytes.push(b':');
        self
    }

    /// A string of ours: nothing in it needs to be escaped.
    pub(super) fn word(&mut self, word: &str) {
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(word.as_bytes());
        self.bytes.push(b'"');
    }

    /// A string such as `c12`.
    pub(super) fn word_and_number(&mut self, word: &str, number: usize) {
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(word.as_bytes());
        self.integer(number as u64);
        self.bytes.push(b'"');
    }

    /// Any string.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        let is_escaped = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
        // Not `any`: without a way out the whole string is looked at in a few steps.
        if text
            .bytes()
            .fold(false, |found, byte| found | is_escaped(byte))
        {
            serde_json::to_writer(&mut *self.bytes, text)?;
        } else {
            self.word(text);
        }
        Ok(())
    }

    /// A string or null.
    pub(super) fn optional(&mut self, text: Option<impl AsRef<str>>) -> io::Result<()> {
        match text {
            Some(text) => self.text(text.as_ref()),
            None => {
                self.null();
                Ok(())
            }
        }
    }

    /// A string of what something is shown as, in which nothing needs to be escaped: a day.
    pub(super) fn shown(&mut self, value: impl fmt::Display) -> io::Result<()> {
        write!(self.bytes, "\"{value}\"")
    }

    /// Null.
    pub(super) fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }

    /// True or false.
    pub(super) fn flag(&mut self, flag: bool) {
        self.bytes
            .extend_from_slice(if flag { b"true" } else { b"false" });
    }

    /// A whole number.
    pub(super) fn integer(&mut self, mut number: u64) {
        let mut digits = [0; 20];
        let mut first = digits.len();
        for (at, digit) in digits.iter_mut().enumerate().rev() {
            // Below ten, so that nothing is cut off.
            *digit = b'0' + u8::try_from(number % 10).unwrap_or_default();
            first = at;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.bytes.extend_from_slice(&digits[first..]);
    }

    /// A decimal, digit for digit, without trailing zeros.
    pub(super) fn decimal(&mut self, value: Decimal) -> io::Result<()> {
        let value = if value.scale() == 0 {
            value
        } else {
            value.normalize()
        };
        match u64::try_from(value.mantissa()) {
            Ok(number) if value.scale() == 0 && value.is_sign_positive() => {
                self.integer(number);
                Ok(())
            }
            _ => write!(self.bytes, "{value}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Row<'_>) -> io::Result<()>) -> String {
        let mut bytes = Vec::new();
        write(&mut Row::of(&mut bytes)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn strings_are_escaped_as_json_asks() {
        for text in [
            "",
            "plain",
            "naïve café",
            "a \"b\"",
            "\\",
            "\u{1}\t\n\u{7f}\u{2028}",
        ] {
            let found = written(|row| row.text(text));
            assert_eq!(found, serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn numbers_are_exact() {
        for number in [0, 7, 10, 1_234_567_890, u64::MAX] {
            let found = written(|row| {
                row.integer(number);
                Ok(())
            });
            assert_eq!(found, number.to_string());
        }
        for (mantissa, scale, expected) in [
            (0, 0, "0"),
            (0, 2, "0"),
            (90, 2, "0.9"),
            (-150, 2, "-1.5"),
            (-3, 0, "-3"),
            (12_000, 3, "12"),
            (i64::MAX, 0, "9223372036854775807"),
        ] {
            let found = written(|row| row.decimal(Decimal::new(mantissa, scale)));
            assert_eq!(found, expected);
        }
        let largest = written(|row| row.decimal(crate::quantity::LARGEST));
        assert_eq!(largest, crate::quantity::LARGEST.to_string());
    }
}
