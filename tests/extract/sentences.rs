//! Sentences of wire copy, local news, headlines and situation reports, written for this test.
//!
//! A sentence stands at the margin, its claims indented below it, in the order
//! `figure | measure | place | role status modality | speakers`, with `-` for what is not known.

use claimlint::claim::Claim;
use claimlint::lexicon::Lexicon;

use crate::{held_against, read, written};

/// Reads every sentence at the margin by itself and holds its claims against the lines below it.
fn reads(expected: &str) {
    let lexicon = Lexicon::english();
    held_against(expected, |sentence| {
        written(&read(&lexicon, sentence)).map(line).collect()
    });
}

fn line(claim: &Claim) -> String {
    let speakers: Vec<&str> = claim.attribution.iter().map(|a| a.name.as_str()).collect();
    let measure = claim.measure.as_ref().map(|field| field.value.as_str());
    let place = claim.place.as_ref().map(|field| field.value.as_str());
    let status = claim.status.map_or("-", |field| field.value.as_str());
    let role = claim.role.as_str();
    let modality = claim.modality.as_str();
    format!(
        "{} | {} | {} | {role} {status} {modality} | {}",
        claim.text,
        measure.unwrap_or("-"),
        place.unwrap_or("-"),
        if speakers.is_empty() {
            "-".to_owned()
        } else {
            speakers.join(", ")
        },
    )
}

/// Wire copy, local news and situation reports.
#[test]
fn the_dead_the_injured_and_the_missing() {
    reads(
        r#"
A car bomb killed 18 people in Aleppo on Tuesday, police said.
    18 | killed | Aleppo | total cumulative asserted | police
Eighteen people were killed when a bomb exploded in Aleppo.
    Eighteen | killed | Aleppo | total cumulative asserted | -
The death toll stood at 41 on Friday.
    41 | killed | - | total cumulative asserted | -
The toll in Haiti rose to 2,207, officials said.
    2,207 | killed | Haiti | total cumulative asserted | officials
The earthquake's death toll has passed 900.
    900 | killed | - | total cumulative asserted | -
Hospitals reported 23 deaths and 410 infections.
    23 | killed | - | total cumulative asserted | Hospitals
    410 | cases | - | total cumulative asserted | Hospitals
The ministry registered 14 deaths and 96 injuries.
    14 | killed | - | total cumulative asserted | ministry
    96 | injured | - | total cumulative asserted | ministry
Casualties: 12 dead, 40 injured, 3 missing.
    12 | killed | - | total cumulative asserted | -
    40 | injured | - | total cumulative asserted | -
    3 | missing | - | total stock asserted | -
The quake killed 73 people in Japan and injured 1,100.
    73 | killed | Japan | total cumulative asserted | -
    1,100 | injured | Japan | total cumulative asserted | -
The storm killed 12 people, injured 40 and left 3 missing.
    12 | killed | - | total cumulative asserted | -
    40 | injured | - | total cumulative asserted | -
    3 | missing | - | total stock asserted | -
The attack left 7 dead and 15 wounded, AFP reported.
    7 | killed | - | total cumulative asserted | AFP
    15 | injured | - | total cumulative asserted | AFP
Authorities said 6 people were missing and 2 dead.
    6 | missing | - | total stock asserted | Authorities
    2 | killed | - | total cumulative asserted | Authorities
At least 12 miners died and seven are still missing after the collapse, officials said.
    At least 12 | killed | - | total cumulative asserted | officials
    seven | missing | - | total stock asserted | officials
Some 40 people were still missing on Thursday.
    Some 40 | missing | - | total stock asserted | -
Dozens of people were injured.
    Dozens | injured | - | total cumulative asserted | -
The health ministry said on Monday that 1,340 people had been killed so far.
    1,340 | killed | - | total cumulative asserted | health ministry
More than 1,000 people have been killed since the war began in 2011.
    More than 1,000 | killed | - | total cumulative asserted | -
The army said on Friday its forces had killed 45 fighters in Syria.
    45 | killed | Syria | total cumulative asserted | army
"#,
    );
}

/// Short, without articles, often with nothing but a participle.
#[test]
fn headlines() {
    reads(
        r#"
Bomb kills 18 in Baghdad market
    18 | killed | Baghdad | total cumulative asserted | -
Floods in Nigeria leave 31 dead, 12 missing
    31 | killed | Nigeria | total cumulative asserted | -
    12 | missing | Nigeria | total stock asserted | -
Gaza: 26 killed in strikes
    26 | killed | Gaza Strip | total cumulative asserted | -
ISIS kills 12
    12 | killed | - | total cumulative asserted | -
1,500 flee as volcano erupts
    1,500 | displaced | - | total stock asserted | -
Toll rises to 58 in Lagos building collapse
    58 | killed | Lagos | total cumulative asserted | -
8 killed, 13 hurt in Kabul blast
    8 | killed | Kabul | total cumulative asserted | -
    13 | injured | Kabul | total cumulative asserted | -
Hundreds arrested in Paris protests
    Hundreds | arrested | Paris | total cumulative asserted | -
640 evacuated, 19 rescued as river rises
    640 | evacuated | - | total cumulative asserted | -
    19 | rescued | - | total cumulative asserted | -
At least nine dead after ferry capsizes
    At least nine | killed | - | total cumulative asserted | -
"#,
    );
}

/// Population and displacement, the frame before and behind the figure.
#[test]
fn those_who_fled_and_those_who_live_there() {
    reads(
        r#"
Some 230,000 people have been displaced by the fighting in Sudan, the United Nations said.
    Some 230,000 | displaced | Sudan | total stock asserted | United Nations
The storm displaced almost 15,000 families.
    almost 15,000 | displaced | - | total stock asserted | -
An estimated 70,000 people have fled the city of El Fasher.
    An estimated 70,000 | displaced | El Fasher | total stock estimated | -
More than 20,000 people fled to Chad.
    More than 20,000 | displaced | Chad | total stock asserted | -
Tens of thousands of people fled.
    Tens of thousands | displaced | - | total stock asserted | -
As of 3 March, 27,000 people were displaced in the district of Mbera.
    27,000 | displaced | Mbera | total stock asserted | -
The flood, which killed 19 people, also displaced 4,000.
    19 | killed | - | total cumulative asserted | -
    4,000 | displaced | - | total stock asserted | -
The town, home to about 45,000 people, was cut off.
    about 45,000 | population | - | total stock asserted | -
The camp has a population of 86,000.
    86,000 | population | - | total stock asserted | -
The island's population is 61,000.
    61,000 | population | - | total stock asserted | -
The village had 900 inhabitants.
    900 | population | - | total stock asserted | -
About 90,000 people live in Derna.
    About 90,000 | population | Derna | total stock asserted | -
Fewer than 50 people live in the village of Oia.
    Fewer than 50 | population | Oia | total stock asserted | -
Turkey hosts 3.6 million refugees.
    3.6 million | refugees | Turkey | total stock asserted | -
The cyclone affected 120,000 people.
    120,000 | affected | - | total cumulative asserted | -
"#,
    );
}

/// Taken, held, unaccounted for and freed are four counts.
#[test]
fn hostages() {
    reads(
        r#"
Gunmen took 11 hostages from the bus.
    11 | hostages_taken | - | total cumulative asserted | -
Militants kidnapped 30 students from a school in Nigeria.
    30 | hostages_taken | Nigeria | total cumulative asserted | -
Thirty students were kidnapped in Nigeria.
    Thirty | hostages_taken | Nigeria | total cumulative asserted | -
Some 97 hostages remain in captivity.
    Some 97 | hostages_held | - | total stock asserted | -
The group is holding 19 hostages in the mountains.
    19 | hostages_held | - | total stock asserted | -
Around 130 hostages are still unaccounted for.
    Around 130 | hostages_unaccounted | - | total stock asserted | -
Eighteen hostages were freed in Nigeria on Monday.
    Eighteen | hostages_released | Nigeria | total cumulative asserted | -
Israel said it had freed three hostages.
    three | hostages_released | - | total cumulative asserted | Israel
"#,
    );
}

#[test]
fn arrests_rescues_and_evacuations() {
    reads(
        r#"
Police arrested 27 people in Lyon overnight.
    27 | arrested | Lyon | total increment asserted | -
Several hundred people were arrested.
    Several hundred | arrested | - | total cumulative asserted | -
Officers arrested 14 men and two women.
    14 | arrested | - | total cumulative asserted | -
    two | arrested | - | total cumulative asserted | -
Twelve people were detained at the airport.
    Twelve | detained | - | total stock asserted | -
Firefighters rescued 35 passengers from the ferry.
    35 | rescued | - | total cumulative asserted | -
A total of 85 people were evacuated and 3 rescued.
    A total of 85 | evacuated | - | total cumulative asserted | -
    3 | rescued | - | total cumulative asserted | -
Nearly 4,000 residents were evacuated from the valley.
    Nearly 4,000 | evacuated | - | total cumulative asserted | -
Rescue teams evacuated 640 people from the island of Lesbos.
    640 | evacuated | Lesbos | total cumulative asserted | -
"#,
    );
}

#[test]
fn parts_wholes_and_others() {
    reads(
        r#"
The crash killed 14 people, including three children.
    14 | killed | - | total cumulative asserted | -
    three | killed | - | part cumulative asserted | -
Nineteen people died, among them four nurses.
    Nineteen | killed | - | total cumulative asserted | -
    four | killed | - | part cumulative asserted | -
The collapse in Lahore killed nine people, four of them children.
    nine | killed | Lahore | total cumulative asserted | -
    four | killed | Lahore | part cumulative asserted | -
Nine people, including four children, were killed when a roof collapsed in Lahore.
    Nine | killed | Lahore | total cumulative asserted | -
    four | killed | Lahore | part cumulative asserted | -
About 8,000 of the displaced are children.
    About 8,000 | displaced | - | part stock asserted | -
Eleven of the 40 miners were rescued.
    Eleven | rescued | - | part cumulative asserted | -
    40 | noun:miner | - | out_of - asserted | -
12 out of the 40 miners were rescued.
    12 | rescued | - | part cumulative asserted | -
    40 | noun:miner | - | out_of - asserted | -
Of the 52 people on board, 50 were killed.
    52 | noun:person | - | out_of - asserted | -
    50 | killed | - | part cumulative asserted | -
Another 16 people were injured.
    16 | injured | - | besides cumulative asserted | -
Three soldiers were killed and five others injured.
    Three | killed | - | total cumulative asserted | -
    five | injured | - | besides cumulative asserted | -
Some 200 others were taken hostage in southern Israel.
    Some 200 | hostages_taken | Israel | besides cumulative asserted | -
The dam burst killed 19 people. Three more died later.
    19 | killed | - | total cumulative asserted | -
    Three | killed | - | besides cumulative asserted | -
"#,
    );
}

#[test]
fn who_says_it() {
    reads(
        r#"
According to police, 31 people were arrested and 4 injured.
    31 | arrested | - | total cumulative asserted | police
    4 | injured | - | total cumulative asserted | police
At least 45 fighters were killed, according to the Syrian Observatory for Human Rights.
    At least 45 | killed | - | total cumulative asserted | Syrian Observatory for Human Rights
Officials in Nepal said 31 people were killed.
    31 | killed | - | total cumulative asserted | Officials in Nepal
The mayor of Lyon said sixteen people were killed.
    sixteen | killed | - | total cumulative asserted | mayor of Lyon
Hospital officials said 16 people were killed.
    16 | killed | - | total cumulative asserted | Hospital officials
A mine collapse in China killed 21 workers, state media said.
    21 | killed | China | total cumulative asserted | state media
"At least 16 people were killed," Mayor Jean Roux told AFP.
    At least 16 | killed | - | total cumulative asserted | Mayor Jean Roux
“The storm killed 12 people,” the governor said.
    12 | killed | - | total cumulative asserted | governor
"Some 400 people are sheltering in Goma," the UN said.
    Some 400 | displaced | Goma | total stock asserted | UN
"We buried 22 people yesterday," the mayor said.
    22 | noun:person | - | total - asserted | mayor
"#,
    );
}

#[test]
fn how_surely_it_is_told() {
    reads(
        r#"
Up to 300 people may have drowned.
    Up to 300 | killed | - | total cumulative hedged | -
As many as 50 people are feared dead.
    As many as 50 | killed | - | total cumulative hedged | -
Mr Haddad reportedly told aides 200 people had died.
    200 | killed | - | total cumulative hedged | -
The minister denied that 200 people had been killed.
    200 | killed | - | total cumulative negated | minister
If the dam breaks, 9,000 people would be displaced.
    9,000 | displaced | - | total stock hypothetical | -
The toll could rise to 200.
    200 | killed | - | total cumulative projected | -
Police plan to evacuate 3,000 people.
    3,000 | evacuated | - | total cumulative projected | -
"#,
    );
}

/// Money, shares, distances, ages and nouns that no lexicon knows.
#[test]
fn figures_that_count_no_people() {
    reads(
        r#"
Unemployment fell to 4.5%, from 5.2% a year earlier.
    4.5% | - | - | total - asserted | -
    5.2% | - | - | total - asserted | -
The army spent $3.4m on 12 trucks.
    $3.4m | - | - | total - asserted | -
    12 | noun:truck | - | total - asserted | -
He ran 42 km in 3 hours.
    42 km | - | - | total - asserted | -
    3 hours | - | - | total - asserted | -
A 34-year-old man was killed.
    34-year-old | - | - | total - asserted | -
He had lost two brothers.
    two | noun:brother | - | total - asserted | -
"#,
    );
}
