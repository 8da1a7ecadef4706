//! Every way to write a figure, row by row, in sentences written for this test: the value with its bound, unit and
//! trend, what is counted, and how figures stand to each other.
//!
//! A sentence stands at the margin, its figures indented below it, in the order `figure | value | noun | role and
//! links`. The value is `bound low..high dimension unit trend`, as far as they are known; a noun behind `~` is carried
//! over; a link names the figure of the sentence that it leads to, counted from 1. What is empty at the end is left out.

use claimlint::claim::{Basis, Claim, Role};
use claimlint::lexicon::Lexicon;
use claimlint::quantity::Bound;

use crate::{held_against, read};

/// Reads every sentence at the margin by itself and holds all its figures against the lines below it.
fn reads(expected: &str) {
    let lexicon = Lexicon::english();
    held_against(expected, |sentence| {
        read(&lexicon, sentence).claims.iter().map(line).collect()
    });
}

fn line(claim: &Claim) -> String {
    let noun = claim.noun.as_ref().map_or("-".to_owned(), |noun| {
        let sign = if noun.basis == Basis::Stated { "" } else { "~" };
        format!("{sign}{}", noun.value)
    });
    let role = Some(claim.role.as_str().to_owned()).filter(|_| claim.role != Role::Total);
    let links = claim.relations.iter();
    let links = links.map(|link| format!("{} {}", link.kind.as_str(), link.to + 1));
    let links = role.into_iter().chain(links).collect::<Vec<_>>().join(", ");
    let links = if links.is_empty() { "-" } else { &links };
    let line = format!("{} | {} | {noun} | {links}", claim.text, value(claim));
    line.trim_end_matches(" | -").to_owned()
}

/// "about 1500000 count", "between 10..15 money us dollar"
fn value(claim: &Claim) -> String {
    let quantity = &claim.quantity;
    let (low, high) = (quantity.low.normalize(), quantity.high.normalize());
    let number = if low == high {
        low.to_string()
    } else {
        format!("{low}..{high}")
    };
    let bound = Some(quantity.bound.as_str()).filter(|_| quantity.bound != Bound::None);
    let words = [
        bound,
        Some(number.as_str()),
        Some(quantity.dimension.as_str()),
        quantity.unit.as_ref().map(|unit| unit.name.as_str()),
        quantity.trend.map(|trend| trend.as_str()),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The spaces that part thousands look alike, so they are told by their code points.
#[test]
fn thousands_parted_by_a_space() {
    for space in [' ', '\u{a0}', '\u{202f}', '\u{2009}'] {
        reads(&format!(
            "The reservoir serves 62{space}500 homes.\n    62 500 | 62500 count | home\n"
        ));
    }
}

#[test]
fn digits_and_separators() {
    reads(
        r#"
The orchard shipped 4,870 crates of pears.
    4,870 | 4870 count | crate
Voters in Kerala cast 23,45,678 ballots.
    23,45,678 | 2345678 count | ballot
The batter had an average of .315 in May.
    .315 | 0.315 count
The gauge read 2.75 at noon.
    2.75 | 2.75 count
The convoy had ٤٨ trucks in it.
    ٤٨ | 48 count | truck
The train carried ７５０ passengers.
    ７５０ | 750 count | passenger
Each share fell to 12,50 euros.
    12,50 euros | 12.5 money euro
The lottery paid 1,234,567.89 dollars.
    1,234,567.89 dollars | 1234567.89 money us dollar
"#,
    );
}

#[test]
fn scales() {
    reads(
        r#"
The archive holds 2.6 million photographs.
    2.6 million | 2600000 count | photograph
The bank wrote off 3.9bn in loans.
    3.9bn | 3900000000 count
The port cost $8.2M to dredge.
    $8.2M | 8200000 money us dollar
Some 40k tickets were sold.
    Some 40k | about 40000 count | ticket
The fund manages 5 trln yen.
    5 trln yen | 5000000000000 money japanese yen
The state planted 17 lakh saplings.
    17 lakh | 1700000 count | sapling
The canal cost 4 crore rupees.
    4 crore rupees | 40000000 money indian rupee
The mill wove 215 hundred yards.
    215 hundred yards | 21500 length yard
Seven and a half million commuters ride the metro.
    Seven and a half million | 7500000 count | commuter
The herd numbers 4 million and a half.
    4 million and a half | 4500000 count
The mine holds three thousand million tonnes.
    three thousand million tonnes | 3000000000 mass tonne
A race for 5K runners was held.
    5K | 5000 count | runner
"#,
    );
}

/// A number said twice is one figure.
#[test]
fn spelled_out() {
    reads(
        r#"
Thirty-four divers searched the lake.
    Thirty-four | 34 count | diver
A hundred and nine climbers reached the summit.
    A hundred and nine | 109 count | climber
Four hundred thousand parcels were delayed.
    Four hundred thousand | 400000 count | parcel
Twenty-one (21) jurors were called.
    Twenty-one (21) | 21 count | juror
The choir has 18 (eighteen) members.
    18 (eighteen) | 18 count | member
Two million three hundred thousand doses arrived.
    Two million three hundred thousand | 2300000 count | dose
Nineteen hundred sailors were on shore.
    Nineteen hundred | 1900 count | sailor
The town lost ninety eight houses.
    ninety eight | 98 count | house
"#,
    );
}

#[test]
fn dozens_and_vague_plurals() {
    reads(
        r#"
A dozen firefighters were treated.
    A dozen | 12 count | firefighter
Three dozen goats were found.
    Three dozen | 36 count | goat
Half a dozen windows were smashed.
    Half a dozen | 6 count | window
A pair of hikers called for help.
    A pair | 2 count | hiker
A couple of vans blocked the bridge.
    A couple | 2 count | van
Dozens of trees were felled.
    Dozens | between 12..120 count | tree
Scores of pilgrims queued.
    Scores | between 20..200 count | pilgrim
Hundreds of tourists waited.
    Hundreds | between 100..1000 count | tourist
Tens of thousands of bees were seen.
    Tens of thousands | between 10000..100000 count | bee
Hundreds of millions of users signed up.
    Hundreds of millions | between 100000000..1000000000 count | user
Several hundred runners started.
    Several hundred | between 300..900 count | runner
A few thousand fans stayed.
    A few thousand | between 3000..9000 count | fan
"#,
    );
}

/// The last figure of a sentence may be one that is computed from the others.
#[test]
fn fractions() {
    reads(
        r#"
Half of the crew stayed aboard.
    Half | 0.5 ratio | crew | part
Three-quarters of the harvest was lost.
    Three-quarters | 0.75 ratio | harvest | part
A third of the shops closed.
    A third | 0.3333333333333333333333333333 ratio | shop | part
About ⅝ of the budget is spent.
    About ⅝ | about 0.625 ratio | budget | part
Nearly two-fifths of the flats stand empty.
    Nearly two-fifths | nearly 0.4 ratio | flat | part
A quarter of the 80 seats were empty.
    A quarter | 0.25 ratio | ~seat | part, out_of 2
    80 | 80 count | seat | out_of
    A quarter of the 80 | 20 count | seat | derived, derived_from 1, derived_from 2
More than half of Malta's population of 540,000 is from abroad.
    More than half | more_than 0.5 ratio
    540,000 | 540000 count
    More than half of Malta's population of 540,000 | more_than 270000 count | - | derived, derived_from 1, derived_from 2
A 3 1/2 inch plank was cut.
    3 1/2 inch | 3.5 length inch | plank
"#,
    );
}

#[test]
fn ratios() {
    reads(
        r#"
One in six bridges is unsafe.
    One in six | 0.1666666666666666666666666667 ratio | bridge
1 in 30 parcels is lost.
    1 in 30 | 0.0333333333333333333333333333 ratio | parcel
Three out of four nurses voted.
    Three out of four | 0.75 ratio | nurse
One out of every eight trams ran late.
    One out of every eight | 0.125 ratio | tram
90 passengers were moved out of the 310 on board.
    90 | 90 count | passenger | part, out_of 2
    310 | 310 count | ~passenger | out_of
    90 passengers were moved out of the 310 | about 29 percent | - | derived, derived_from 1, derived_from 2
14 of the 22 lifts were broken.
    14 | 14 count | ~lift | part, out_of 2
    22 | 22 count | lift | out_of
    14 of the 22 | about 63.6 percent | - | derived, derived_from 1, derived_from 2
Nine of the 15 jurors agreed.
    Nine | 9 count | ~juror | part, out_of 2
    15 | 15 count | juror | out_of
    Nine of the 15 | about 60 percent | - | derived, derived_from 1, derived_from 2
"#,
    );
}

#[test]
fn percent() {
    reads(
        r#"
Turnout was 64%.
    64% | 64 percent
Forty percent of the ponds dried up.
    Forty percent | 40 percent | pond | part
The yield widened by 35 basis points.
    35 basis points | 35 percent basis point
The rate rose 0.75 percentage points.
    0.75 percentage points | 0.75 percent point up
The index lost 3.1 pct.
    3.1 pct | 3.1 percent down
"#,
    );
}

#[test]
fn money() {
    reads(
        r#"
Entry costs $9.
    $9 | 9 money us dollar
The painting fetched US$74.25 million.
    US$74.25 million | 74250000 money us dollar
The club paid £3.1m.
    £3.1m | 3100000 money pound sterling
A seat costs 35 euros.
    35 euros | 35 money euro
The tractor costs 8,450 yuan ($1,180).
    8,450 yuan | 8450 money chinese yuan
    $1,180 | 1180 money us dollar | - | equivalent 1
The dam cost 90 million dollars.
    90 million dollars | 90000000 money us dollar
The board approved a 15-cent dividend.
    15-cent | 15 money cent | dividend
The firm owes €4.5bn.
    €4.5bn | 4500000000 money euro
The bakery charges 40 pence.
    40 pence | 40 money penny
The bond is worth CHF 300 million.
    CHF 300 million | 300000000 money swiss franc
The prize is worth ¥12 million.
    ¥12 million | 12000000 money japanese yen
"#,
    );
}

#[test]
fn units() {
    reads(
        r#"
A 45-foot mast was raised.
    45-foot | 45 length foot | mast
The road is 220 km (137 miles) long.
    220 km | 220 length kilometre
    137 miles | 137 length mile | - | equivalent 1
The car does 34 mpg.
    34 mpg | 34 fuel_economy mile per gallon
Winds of 20 to 35 mph were forecast.
    20 to 35 mph | between 20..35 speed mile per hour
The goalkeeper is 6 ft 3 in.
    6 ft 3 in | 75 length inch
The probe cooled to −180 °C.
    −180 °C | -180 temperature degree celsius
The strike lasted four months.
    four months | 4 duration month
The winner, aged 61, thanked her coach.
    61 | 61 age year
A 17-year-old cyclist was hurt.
    17-year-old | 17 age year | cyclist
The clerk earns $52,000 a year.
    $52,000 a year | 52000 money us dollar per year
The rate was 7 per 100,000.
    7 per 100,000 | 7 ratio per 100,000
The tank holds 900 litres.
    900 litres | 900 volume litre
The farm covers 35 hectares.
    35 hectares | 35 area hectare
The walk took 2 hours and 20 minutes.
    2 hours and 20 minutes | 140 duration minute
The trial lasted a year and a half.
    a year and a half | 1.5 duration year
The baby weighed 7 lb 4 oz.
    7 lb 4 oz | 116 mass ounce
The cable carries 400 kilovolts.
    400 kilovolts | 400 voltage kilovolt
Oil traded at $78 a barrel.
    $78 a barrel | 78 money us dollar per barrel
It was 12 degrees below zero.
    12 degrees below zero | -12 temperature degree
The train reached 310 km/h.
    310 km/h | 310 speed kilometre per hour
"#,
    );
}

/// A unit or a scale at one end counts for both.
#[test]
fn ranges() {
    reads(
        r#"
The ministry plans to hire between 6,200 and 7,400 teachers.
    between 6,200 and 7,400 | between 6200..7400 count | teacher
The repair will cost from $3 to $5 million.
    $3 to $5 million | between 3000000..5000000 money us dollar
Growers expect 24–28 billion plums.
    24–28 billion | between 24000000000..28000000000 count | plum
The parade drew six to seven thousand dancers.
    six to seven thousand | between 6000..7000 count | dancer
Two or three cranes will be needed.
    Two or three | between 2..3 count | crane
Prices may rise 20 to 30%.
    20 to 30% | between 20..30 percent up
The trip takes 5 to 7 hours.
    5 to 7 hours | between 5..7 duration hour
The boat seats 10-15 people.
    10-15 | between 10..15 count | people
The fine is €50 to €80.
    €50 to €80 | between 50..80 money euro
The crossing takes between two and three days.
    between two and three days | between 2..3 duration day
The fund is worth 300 to 400 million euros.
    300 to 400 million euros | between 300000000..400000000 money euro
Between 40% and 45% of members paid.
    Between 40% and 45% | between 40..45 percent | member
The grant covers a 5-to-10-year term.
    5-to-10-year | between 5..10 duration year | term
"#,
    );
}

/// What changed from one value to another is a pair, and no range.
#[test]
fn changes() {
    reads(
        r#"
Enrolment fell from 3,180 to 2,960.
    3,180 | 3180 count | - | to 2
    2,960 | 2960 count | - | from 1
Output rose 8% to 4.6m.
    8% | 8 percent up
    4.6m | 4600000 count
Exports were up 6.2 per cent.
    6.2 per cent | 6.2 percent up
Sales rose fivefold.
    fivefold | 5 ratio fold up
Profit fell by 12% to 30 million euros.
    12% | 12 percent down
    30 million euros | 30000000 money euro
Membership climbed to 5,400 from 4,900.
    5,400 | 5400 count | - | from 2
    4,900 | 4900 count | - | to 1
The toll was cut from $6 to $4.
    $6 | 6 money us dollar | - | to 2
    $4 | 4 money us dollar | - | from 1
The shares dropped 2.3%.
    2.3% | 2.3 percent down
Wages grew from 14 euros an hour to 16 euros an hour.
    14 euros an hour | 14 money euro per hour | - | to 2
    16 euros an hour | 16 money euro per hour | - | from 1
Fares went up from 3 to 4 dollars.
    3 | 3 money us dollar | - | to 2
    4 dollars | 4 money us dollar | - | from 1
Fares saw an increase of 7%.
    7% | 7 percent up
"#,
    );
}

#[test]
fn approximate() {
    reads(
        r#"
About 75 boats took shelter.
    About 75 | about 75 count | boat
Around 3,000 lamps were lit.
    Around 3,000 | about 3000 count | lamp
Roughly 600 hens were moved.
    Roughly 600 | about 600 count | hen
Some 90 pipers marched.
    Some 90 | about 90 count | piper
An estimated 2,400 whales were seen.
    An estimated 2,400 | about 2400 count | whale
The wall was built with circa 800 stones.
    circa 800 | about 800 count | stone
The queue held ~350 people.
    ~350 | about 350 count | people
Close to 70 shops reopened.
    Close to 70 | about 70 count | shop
The bill is in the region of £9 million.
    in the region of £9 million | about 9000000 money pound sterling
The gap is on the order of 200 metres.
    on the order of 200 metres | about 200 length metre
The choir has 30 or so members.
    30 or so | about 30 count | member
"#,
    );
}

#[test]
fn just_below_and_just_above() {
    reads(
        r#"
Nearly 5,000 lanterns were sold.
    Nearly 5,000 | nearly 5000 count | lantern
Almost 80 cows were rescued.
    Almost 80 | nearly 80 count | cow
Just under 400 flats were sold.
    Just under 400 | nearly 400 count | flat
The fund is approaching $2 billion.
    approaching $2 billion | nearly 2000000000 money us dollar
Just over 150 cyclists finished.
    Just over 150 | more_than 150 count | cyclist
"#,
    );
}

#[test]
fn at_least() {
    reads(
        r#"
More than 700 trees were felled.
    More than 700 | more_than 700 count | tree
The lake was above 31 degrees Celsius.
    above 31 degrees Celsius | more_than 31 temperature degree celsius
At least 16 boats were lost.
    At least 16 | at_least 16 count | boat
No fewer than 28 clubs applied.
    No fewer than 28 | at_least 28 count | club
Not less than 500 litres of milk were spilled.
    Not less than 500 litres | at_least 500 volume litre
Upwards of 9,000 runners entered.
    Upwards of 9,000 | more_than 9000 count | runner
The estate is valued in excess of £6 million.
    in excess of £6 million | more_than 6000000 money pound sterling
Sixty or more swans were counted.
    Sixty or more | at_least 60 count | swan
The firm has 250-plus drivers.
    250-plus | at_least 250 count | driver
The site gets 8,000+ visitors.
    8,000+ | at_least 8000 count | visitor
Donations surpassed $3 million.
    surpassed $3 million | more_than 3000000 money us dollar
"#,
    );
}

#[test]
fn at_most() {
    reads(
        r#"
Up to 90 chairs were stacked.
    Up to 90 | at_most 90 count | chair
As many as 340 lambs were born.
    As many as 340 | at_most 340 count | lamb
At most 25 guests may enter.
    At most 25 | at_most 25 count | guest
No more than 15 boats may dock.
    No more than 15 | at_most 15 count | boat
Fewer than 60 tickets remain.
    Fewer than 60 | less_than 60 count | ticket
Less than 2 litres was left.
    Less than 2 litres | less_than 2 volume litre
The lift carries under 400 kilograms.
    under 400 kilograms | less_than 400 mass kilogram
Eight or less is too few.
    Eight or less | at_most 8 count
The parcel weighs 5 kg or less.
    5 kg or less | at_most 5 mass kilogram
"#,
    );
}

#[test]
fn exact() {
    reads(
        r#"
Exactly 48 hives were counted.
    Exactly 48 | exactly 48 count | hive
A total of 1,150 meals were served.
    A total of 1,150 | exactly 1150 count | meal
Only 7 ferries ran.
    Only 7 | exactly 7 count | ferry
Just 19 members voted.
    Just 19 | exactly 19 count | member
"#,
    );
}

/// In accounts, brackets are a minus.
#[test]
fn signs() {
    reads(
        r#"
The chamber was kept at −8 degrees Celsius.
    −8 degrees Celsius | -8 temperature degree celsius
It was minus nine degrees Celsius.
    minus nine degrees Celsius | -9 temperature degree celsius
The net result was ($41.20).
    $41.20 | -41.2 money us dollar
The sample weighed 3,000 ± 20 grams.
    3,000 ± 20 grams | between 2980..3020 mass gram
The balance was -£300.
    -£300 | -300 money pound sterling
"#,
    );
}

#[test]
fn zero() {
    reads(
        r#"
There were no deaths in the collapse.
    no | 0 count | death
None of the 60 climbers was hurt.
    None | 0 count | ~climber | part, out_of 2
    60 | 60 count | climber | out_of
    None of the 60 | about 0 percent | - | derived, derived_from 1, derived_from 2
The club won zero points.
    zero | 0 count | point
"#,
    );
}

/// Figures besides those already counted.
#[test]
fn increments() {
    reads(
        r#"
The blast hurt 12 people and shook 300 others.
    12 | 12 count | people
    300 | 300 count | other | besides, besides 1
Another 18 whales were found.
    18 | 18 count | whale | besides
A further 45 homes lost power.
    45 | 45 count | home | besides
An additional 6 trams were hired.
    6 | 6 count | tram | besides
Twenty others were treated.
    Twenty | 20 count | other | besides
Five more were hired.
    Five | 5 count | more | besides
"#,
    );
}

/// The unit is carried over from the whole.
#[test]
fn what_is_counted_before() {
    reads(
        r#"
Rescuers freed 70 of the 95 miners.
    70 | 70 count | ~miner | part, out_of 2
    95 | 95 count | miner | out_of
    70 of the 95 | about 73.7 percent | - | derived, derived_from 1, derived_from 2
"#,
    );
}
