//! The lists of claims: for programs and for people.

use super::{link, reading, written};
use crate::claim::{Attribution, Field, Modality, Reading, RelationKind, Role};
use crate::quantity::{Decimal, Form, Interval};
use crate::report::{claims_csv::Rows, claims_jsonl::Lines, claims_table::Table};

const TEXT: &str = "More than 1.5 million people and 30 homes.";

/// A known measure, a noun that no lexicon knows, and something computed from the first.
fn sample() -> Reading {
    let mut sample = reading("a.txt", TEXT, &["More than 1.5 million", "30", "homes"]);
    sample.claims[0].relations = vec![link(RelationKind::PartOf, 1)];
    let homes = &mut sample.claims[1];
    homes.measure = Some(Field::guessed("noun:home".to_owned()));
    homes.noun = Some(Field::stated("wooden homes".to_owned()));
    homes.as_of = None;
    homes.place = None;
    homes.attribution.clear();
    homes.role = Role::OutOf;
    homes.modality = Modality::Hedged;
    let derived = &mut sample.claims[2];
    derived.measure = None;
    derived.event = None;
    derived.role = Role::Derived;
    derived.quantity.form = Form::Derived(Interval {
        low: Some(Decimal::new(5, 1)),
        high: None,
    });
    derived.relations = vec![link(RelationKind::DerivedFrom, 0)];
    sample
}

fn jsonl(reading: Reading, all: bool) -> Vec<String> {
    let text = written(|out| {
        let mut lines = Lines::default();
        lines.write(out, &reading, all)?;
        lines.flush(out)
    });
    text.lines().map(str::to_owned).collect()
}

#[test]
fn names_and_order_are_the_contract() {
    let lines = jsonl(sample(), false);
    assert_eq!(
        lines[0],
        concat!(
            r#"{"id":"c1","document":"a.txt","start":0,"end":21,"line":1,"column":1,"#,
            r#""text":"More than 1.5 million","section":"lede","derived":false,"#,
            r#""quantity":{"low":1500000,"high":1500000,"bound":"more_than","trend":null,"#,
            r#""dimension":"count","unit":null,"literal":[1500000,null],"conventional":[1500000,1600000]},"#,
            r#""noun":"people","measure":"people_displaced","population":null,"role":"total","#,
            r#""place":"Rafah","status":"stock","as_of":"2024-02-14","event":"2024-02-13","#,
            r#""published":"2024-02-14","source":"a.txt","attribution":["UN"],"modality":"asserted","#,
            r#""basis":{"noun":"stated","measure":"stated","place":"linked","status":"guessed","#,
            r#""as_of":"linked","event":"stated","attribution":"stated"},"#,
            r#""relations":[{"kind":"part_of","to":"c2"}],"confidence":0.6}"#
        )
    );
    let derived = r#""derived":true"#;
    assert!(lines[1].contains(derived), "{}", lines[1]);
    let intervals = r#""literal":[0.5,null],"conventional":null"#;
    assert!(lines[1].contains(intervals), "{}", lines[1]);
    assert!(lines[1].contains(r#""event":null"#), "{}", lines[1]);
}

#[test]
fn without_all_only_known_measures_and_what_is_computed_from_them() {
    let ids = |reading, all| -> Vec<String> {
        let lines = jsonl(reading, all);
        lines.iter().map(|line| line[7..9].to_owned()).collect()
    };
    assert_eq!(ids(sample(), false), ["c1", "c3"]);
    assert_eq!(ids(sample(), true), ["c1", "c2", "c3"]);
    let mut mixed = sample();
    mixed.claims[2]
        .relations
        .push(link(RelationKind::DerivedFrom, 1));
    assert_eq!(ids(mixed, false), ["c1"]);
    let mut from_nothing = sample();
    from_nothing.claims[2].relations.clear();
    assert_eq!(ids(from_nothing, false), ["c1"]);
}

fn csv(reading: &Reading, all: bool) -> String {
    written(|out| {
        let mut rows = Rows::new(out)?;
        rows.write(reading, all)?;
        rows.flush()
    })
}

#[test]
fn rows_for_a_spreadsheet_have_the_names_and_values_of_the_lines() {
    let mut sample = sample();
    sample.claims[2].quantity.low = Decimal::new(-250, 2);
    sample.claims[2].relations.push(link(RelationKind::From, 1));
    let un = sample.claims[0].attribution[0].clone();
    sample.claims[2].attribution.push(Attribution {
        name: "a \"relay\"".to_owned(),
        ..un
    });
    assert_eq!(
        csv(&sample, true),
        "document,id,line,column,start,end,text,low,high,bound,trend,dimension,unit,noun,measure,population,role,\
         place,status,as_of,event,published,source,attribution,modality,quoted,confidence,relations,section\n\
         a.txt,c1,1,1,0,21,More than 1.5 million,1500000,1500000,more_than,,count,,people,people_displaced,,total,\
         Rafah,stock,2024-02-14,2024-02-13,2024-02-14,a.txt,UN,asserted,false,0.6,part_of c2,lede\n\
         a.txt,c2,1,34,33,35,30,1500000,1500000,more_than,,count,,wooden homes,noun:home,,out_of,\
         ,stock,,2024-02-13,2024-02-14,a.txt,,hedged,false,0.3,,lede\n\
         a.txt,c3,1,37,36,41,homes,-2.5,1500000,more_than,,count,,people,,,derived,\
         Rafah,stock,2024-02-14,,2024-02-14,a.txt,\"UN; a \"\"relay\"\"\",asserted,false,0.6,\
         derived_from c1; from c2,lede\n"
    );
    assert_eq!(csv(&sample, false).lines().count(), 3);
}

#[test]
fn what_an_article_says_is_no_formula() {
    for (said, cell) in [
        ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
        ("+5", "'+5"),
        ("-5, twice", "\"'-5, twice\""),
        ("@SUM", "'@SUM"),
        ("\t=1", "'\t=1"),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("5-6", "5-6"),
        ("'tis", "'tis"),
    ] {
        let mut sample = sample();
        sample.claims[0].text = said.to_owned();
        let rows = csv(&sample, true);
        assert!(rows.contains(&format!(",0,21,{cell},1500000,")), "{rows}");
    }
}

fn table(readings: &[Reading], all: bool, width: usize) -> String {
    let mut table = Table::default();
    readings.iter().for_each(|reading| table.add(reading, all));
    written(|out| table.write(out, width))
}

#[test]
fn a_table_for_people() {
    let mut other = reading("b.txt", "On 5 May 12 were killed", &["12"]);
    other.document.source = "The Guardian".to_owned();
    other.claims[0].relations = vec![link(RelationKind::Repeats, 0)];
    assert_eq!(
        table(&[sample(), other], true, 120),
        "
  place  figure                 what              where  when        who says  how

a.txt, 2024-02-14
  1:1    More than 1.5 million  people displaced  Rafah  2024-02-14  UN
  1:34   30                     wooden homes             2024-02-13            out of, hedged
  1:37   more than 1.5 million  people            Rafah  2024-02-14  UN        computed

b.txt, The Guardian, 2024-02-14
  1:10   12                     people displaced  Rafah  2024-02-14  UN        repeat
"
        .trim_start_matches('\n')
    );
}

#[test]
fn a_narrow_terminal_cuts_the_widest_columns() {
    let mut sample = sample();
    sample.claims[0].place = Some(Field::stated("三万人三万人三万人\u{202e}".to_owned()));
    assert_eq!(
        table(&[sample], false, 78),
        "
  place  figure       what         where        when        who says  how

a.txt, 2024-02-14
  1:1    More than…   people dis…  三万人三万…  2024-02-14  UN
  1:37   more than…   people       Rafah        2024-02-14  UN        computed

--all shows 1 more figure
"
        .trim_start_matches('\n')
    );
}

#[test]
fn without_figures_it_says_so() {
    assert_eq!(table(&[], false, 80), "no figures found\n");
    let mut hidden = reading("a.txt", TEXT, &["1.5 million", "30"]);
    for claim in &mut hidden.claims {
        claim.measure = None;
    }
    assert_eq!(
        table(&[hidden], false, 80),
        "no figures found\n\n--all shows 2 more figures\n"
    );
}
