//! Shares of a number of things: "one in five", "two out of three".

use nom::IResult;

use super::amount::Amount;
use crate::extract::number::{number, refuse};
use crate::extract::word::{phrase, space};
use crate::lexicon::Lexicon;
use crate::quantity::Decimal;

// share = number space ( "in" | "in every" | "out of" | "out of every" ) space number
/// Behind the part, the whole of a share, as the ratio of the two. The whole is at most a thousand and stands without
/// a determiner: "130 out of the 253" are two figures, "12 in 2019" is one and a year.
pub fn share_end<'a>(lexicon: &Lexicon, part: &Amount, i: &'a str) -> IResult<&'a str, Decimal> {
    if part.measured.is_some() || part.is_fraction || part.number.scale != Decimal::ONE {
        return refuse(i);
    }
    let (rest, _) = space(i)?;
    let (rest, is_group) = phrase(lexicon, &lexicon.numbers.share_joints, rest)?;
    let (rest, _) = space(rest)?;
    let (rest, whole) = number(lexicon, rest)?;
    let (part, whole) = (part.number.value, whole.value);
    let is_part = Decimal::ONE <= part && part < whole && whole <= Decimal::ONE_THOUSAND;
    // "7 in 22" is a place and a time.
    let is_rate = is_group || part == Decimal::ONE || whole == Decimal::TEN;
    match part.checked_div(whole) {
        Some(ratio) if is_part && is_rate => Ok((rest, ratio)),
        _ => refuse(i),
    }
}
