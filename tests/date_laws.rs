//! Laws that hold for every date and time, over random ones.

use gainsay::value::{self, Content, Context, Extent, Interval, Kind};
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use crate::support::laws::laws;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn read_on(text: &str, published: Option<Interval<Date>>) -> Extent<Date> {
    let value = value::read(text, &Context { published, ..Context::default() });
    match value.content {
        Content::Days(days) => days.extent,
        _ => panic!("{text:?} is {}, no date", value.kind.name()),
    }
}

fn read(text: &str) -> Extent<Date> {
    read_on(text, None)
}

fn read_from(text: &str, published: Date) -> Extent<Date> {
    read_on(text, Some(Interval::point(published)))
}

fn month(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

fn weekday(weekday: Weekday) -> &'static str {
    WEEKDAYS[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
}

fn any_day() -> impl Strategy<Value = Date> {
    (1600i16..2200, 1i8..=12, 1i8..=31)
        .prop_map(|(year, month, day)| date(year, month, day.min(date(year, month, 1).days_in_month())))
}

/// A stretch of days as newspapers name it.
fn named() -> impl Strategy<Value = String> {
    let year = 1900i16..2100;
    let name = prop::sample::select(MONTHS.to_vec());
    prop_oneof![
        any_day().prop_map(|day| format!("{} {}, {}", month(day), day.day(), day.year())),
        (name.clone(), year.clone()).prop_map(|(month, year)| format!("{month} {year}")),
        (name.clone(), year.clone()).prop_map(|(month, year)| format!("late {month} {year}")),
        (1..=4, year.clone()).prop_map(|(quarter, year)| format!("Q{quarter} {year}")),
        (prop::sample::select(vec!["spring", "summer", "fall", "winter"]), year.clone())
            .prop_map(|(season, year)| format!("{season} {year}")),
        year.clone().prop_map(|year| format!("mid-{year}")),
        year.clone().prop_map(|year| format!("the end of {year}")),
        year.prop_map(|year| year.to_string()),
    ]
}

proptest! {
    #![proptest_config(laws(1000))]

    #[test]
    fn a_day_is_a_day_however_it_is_written(day in any_day()) {
        let (year, number) = (day.year(), day.day());
        let name = month(day);
        let weekday = weekday(day.weekday());
        let short: String = name.chars().take(3).collect();
        for text in [
            day.to_string(),
            format!("{name} {number}, {year}"),
            format!("{number} {name} {year}"),
            format!("{short}. {number}, {year}"),
            format!("the {number}th of {name}, {year}"),
            format!("{weekday}, {name} {number}, {year}"),
            format!("on {weekday} {number} {short} {year}"),
            format!("{number}-{short}-{year}"),
            format!("{year}/{:02}/{number:02}", day.month()),
        ] {
            prop_assert_eq!(read(&text), Extent::same(Interval::point(day)), "{}", text);
        }
    }

    #[test]
    fn bounds_keep_what_they_name_or_leave_it_out(named in named()) {
        let bare = read(&named).stated;
        let (first, last) = (bare.low.unwrap(), bare.high.unwrap());
        prop_assert!(first <= last);
        // `before the end of the year` leaves nothing of the year out.
        let ends = named.starts_with("the end of");
        for (hedge, keeps_first, keeps_last) in [
            ("before", ends, ends),
            ("after", false, false),
            ("by", true, true),
            ("no later than", true, true),
            ("no earlier than", true, true),
            ("since", true, true),
            ("until", true, true),
            ("around", true, true),
            ("exactly", true, true),
        ] {
            let Extent { possible, meant, .. } = read(&format!("{hedge} {named}"));
            prop_assert!(possible.covers(&meant), "{} {}", hedge, named);
            prop_assert_eq!(possible.contains(first), keeps_first, "{} {}", hedge, named);
            prop_assert_eq!(possible.contains(last), keeps_last, "{} {}", hedge, named);
        }
        prop_assume!(!ends);
        let before = read(&format!("before {named}")).possible;
        let after = read(&format!("after {named}")).possible;
        prop_assert!(!before.meets(&after) && !before.meets(&bare) && !after.meets(&bare));
    }

    #[test]
    fn thirds_are_the_whole(month in prop::sample::select(MONTHS.to_vec()), year in 1900i16..2100) {
        for whole in [format!("{month} {year}"), year.to_string()] {
            let all = read(&whole).stated;
            let [early, mid, late] = ["early", "mid", "late"].map(|part| read(&format!("{part} {whole}")).stated);
            prop_assert_eq!((early.low, late.high), (all.low, all.high));
            prop_assert_eq!(early.high.unwrap().tomorrow().ok(), mid.low);
            prop_assert_eq!(mid.high.unwrap().tomorrow().ok(), late.low);
        }
    }

    #[test]
    fn ranges_go_from_the_first_to_the_last(a in any_day(), b in any_day()) {
        let (a, b) = (a.min(b), a.max(b));
        for text in [format!("from {a} to {b}"), format!("between {a} and {b}"), format!("{a}/{b}")] {
            prop_assert_eq!(read(&text).stated, Interval::closed(a, b), "{}", text);
        }
    }

    #[test]
    fn weekdays_are_near(published in any_day(), number in 0i8..7) {
        let named = Weekday::from_monday_zero_offset(number).unwrap();
        let name = weekday(named);
        let days = |text: &str| {
            let found = read_from(text, published).stated.low.unwrap();
            assert_eq!(found.weekday(), named);
            (found - published).get_days()
        };
        for (turn, away) in [("", -6..=0), ("last ", -7..=-1), ("next ", 1..=7), ("this ", -6..=6)] {
            let text = format!("{turn}{name}");
            prop_assert!(away.contains(&days(&text)), "{}", text);
        }
    }

    #[test]
    fn a_year_left_out_is_the_nearest(published in any_day(), day in any_day()) {
        let text = format!("{} {}", month(day), day.day());
        let found = read_from(&text, published).stated.low.unwrap();
        prop_assert_eq!((found.month(), found.day()), (day.month(), day.day()));
        let away = (found - published).get_days();
        prop_assert!(away <= 31 && (away > -366 || day.day() == 29), "{} of {}: {}", text, published, found);
        let open = read(&text);
        prop_assert_eq!(open.possible, Interval::everything());
    }

    #[test]
    fn a_year_left_out_is_open_where_it_is_far(published in any_day(), day in any_day()) {
        let text = format!("{} {}", month(day), day.day());
        let Extent { stated, possible, meant } = read_from(&text, published);
        let far = (stated.low.unwrap() - published).get_days().abs() > 183;
        prop_assert_eq!(possible, if far { Interval::everything() } else { stated }, "{} of {}", text, published);
        prop_assert_eq!(meant, stated);
    }

    #[test]
    fn vague_publication_tells_no_day(published in any_day(), span in 8i64..400, at in 0i64..400, number in 0usize..7) {
        let on = |days: i64| published.checked_add(jiff::Span::new().days(days)).unwrap();
        let seen = read_on(WEEKDAYS[number], Some(Interval::closed(published, on(span))));
        prop_assert_eq!((seen.possible, seen.meant), (seen.stated, seen.stated));
        prop_assert!(seen.stated.covers(&read_from(WEEKDAYS[number], on(at.min(span))).stated));
    }

    #[test]
    fn uncertain_publication_widens_what_is_possible(published in any_day(), number in 0usize..7) {
        let near = Some(Interval::closed(published.yesterday().unwrap(), published.tomorrow().unwrap()));
        for text in ["yesterday", "last week", "earlier this month", "two days ago", "next year", "last fall"] {
            let (sure, unsure) = (read_from(text, published), read_on(text, near));
            prop_assert_eq!(sure.stated, unsure.stated);
            prop_assert!(unsure.possible.covers(&sure.possible), "{}", text);
        }
        prop_assert!(read_on(WEEKDAYS[number], near).possible.low.is_some());
    }

    #[test]
    fn what_is_understood_is_understood_again(named in named(), hedge in prop::sample::select(vec!["", "by ", "before ", "after ", "since ", "around "])) {
        let first = value::read(&format!("{hedge}{named}"), &Context::default());
        let shown = first.understood();
        let again = value::read(&shown, &Context::default());
        prop_assert_eq!(again.kind, Kind::Date, "{}", &shown);
        prop_assert_eq!(again.understood(), shown);
    }

    #[test]
    fn times_are_times_however_they_are_written(hour in 0i32..24, minute in 0i32..60) {
        let minutes = |text: &str| match value::read(text, &Context::default()).content {
            Content::Clock { minutes, .. } => minutes,
            content => panic!("{text:?} is {content:?}"),
        };
        let (half, twelve) = (if hour < 12 { "a.m." } else { "p.m." }, if hour % 12 == 0 { 12 } else { hour % 12 });
        let at = Interval::point(hour * 60 + minute);
        for text in [
            format!("{twelve}:{minute:02} {half}"),
            format!("{twelve}.{minute:02}{}", half.replace('.', "")),
            format!("{hour:02}:{minute:02} GMT"),
            format!("{hour:02}{minute:02} GMT"),
        ] {
            let Extent { stated, possible, meant } = minutes(&text);
            prop_assert_eq!((stated, meant), (at, at), "{}", text);
            prop_assert_eq!(possible == at, minute % 5 != 0);
        }
        let about = minutes(&format!("about {twelve}:{minute:02} {half}"));
        prop_assert_eq!(about.possible, Interval::closed(hour * 60 + minute - 10, hour * 60 + minute + 10));
    }
}
