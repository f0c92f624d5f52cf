//! Pairs of claims on one fact as desks meet them, judged by people before gainsay was; each in both orders of its files.

use crate::support::Desk;

/// Verdict; then label, value and day of the one, and of the other.
const PAIRS: &str = r"
unclear | what the bus did | hit a car | 18 | what the bus did | hit a truck | 18
unclear | what the storm did | sank a tanker | 18 | what the storm did | sank a ferry | 18
unclear | who freed him | the judge freed him | 18 | who freed him | the court freed him | 18
unclear | cause | brake failure | 18 | cause | engine failure | 18
unclear | origin of the fire | a candle in the kitchen | 18 | origin of the fire | a candle in the bedroom | 18
unclear | charge | aggravated assault | 18 | charge | simple assault | 18
unclear | illness | throat infection | 18 | illness | lung infection | 18
unclear | material | reinforced concrete frame | 18 | material | reinforced steel frame | 18
unclear | degree | doctorate from Oxford University | 18 | degree | doctorate from Bristol University | 18
unclear | location | Salem, Oregon | 18 | location | Salem, Massachusetts | 18
unclear | valuation | $3 billion | 18 | valuation | 3 billion euros | 18
unclear | reduction of the week | two hours | 18 | weekly hours | 35 hours | 18
unclear | number hurt | no confirmed information yet | 18 | number hurt | 14 | 18
compatible | reason for the breach | heavy rain over two days eroded the wall | 18 | reason for the breach | heavy rain and poor maintenance eroded the wall | 18
compatible | reason for resigning | pressure from her own party after the audit | 18 | reason for resigning | pressure from her own party over unpaid taxes | 18
compatible | what customers should do | change their passwords and watch their accounts | 18 | what customers should do | change their passwords | 18
compatible | epicentre location | near Elbistan, Kahramanmaras | 18 | epicentre location | Kahramanmaras, southern Turkey | 18
compatible | height | 2,891 metres | 18 | height | nearly 9,480 feet | 18
compatible | is Halden Capital one of them | true | 18 | backers | Halden Capital, Morven Partners | 18
compatible | place | fourth | 18 | place | fourth, behind two Kenyans and a Norwegian | 18
compatible | opening | Thursday | 18 | opening | Thursday, with a party for the neighbours | 18
compatible | area burned | 2,400 acres | 18 | acres burned | about 2,400 | 18
compatible | what the board did | rejected the larger offer of the rival company | 18 | what the board did | rejected the offer of the rival company twice | 18
agreement | next step | a ballot of its members | 18 | next step | ballot of members | 18
agreement | director | Ada Winter | 18 | director | the historian Ada Winter | 18
agreement | captain | Otto Berg | 18 | captain | Otto Berg, a veteran sailor | 18
agreement | lead investor | Norwegian fund Halden Capital | 18 | lead investor | Halden Capital | 18
agreement | reason for closing | shortage of staff | 18 | reason for closing | shortage of employees | 18
agreement | how staff were told | a memo | 18 | how staff were told | a memorandum | 18
unclear | what police did to him | arrested him | 18 | what police did to him | detained him | 18
agreement | staying in office | true | 18 | plans | will stay in office | 18
agreement | did it lift the ban | no | 18 | decision on the ban | it did not lift the ban | 18
agreement | has it been signed | yes | 18 | has it been signed | yes, on Monday evening | 18
agreement | place | fourth | 18 | place | only the fourth | 18
agreement | votes for and against | 61-38 | 18 | votes for | 61 | 18
contradiction | did it lift the ban | yes | 18 | did it lift the ban | no, it upheld it | 18
contradiction | has it been signed | true | 18 | whether it has been signed | not signed | 18
contradiction | crew members injured | unhurt | 18 | crew members injured | three | 18
contradiction | memory | 64 GB of DDR5 | 18 | memory | 64 GB of DDR4 | 18
contradiction | height | 310 metres | 18 | height | 298 metres | 20
development | number of dead | 19 | 18 | number of dead | 17 | 20
development | whether the driver was found | has not been found yet | 18 | where the driver was found | in a barn near the road | 20
tension | investors | Halden Capital, Morven Partners | 18 | investors | Halden Capital, Otto Bank | 18
agreement | judge | Ada Winter | 18 | judge | Ada Winter, U.S. District Judge | 18
agreement | keeping the licence of the pub | true | 18 | outcome | keeps its licence | 18
agreement | sold between | March 2021 and June 2022 | 18 | sold | March 2021 through June 2022 | 18
contradiction | sold between | March 2021 and June 2022 | 18 | sold | July 2022 through August 2023 | 18
agreement | reasons for closing | falling sales, rent for the shop that rose | 18 | reasons for closing | falling sales at the shop, rent | 18
agreement | who leads it | Ada Winter, cofounder and editor | 18 | who leads it | co-founder and editor Ada Winter | 18
agreement | what failed | the front wheel bolt may snap while braking | 18 | what failed | front wheel bolt may snap under load while braking | 18
agreement | owner | a Kenyan firm | 18 | owner | a firm from Kenya | 18
agreement | advice of the council | stop drinking the water of the advice | 18 | advice of the council | stop drinking the water | 18
compatible | what sank | a passenger and cargo ferry | 18 | what sank | a passenger-cargo vessel | 18
unclear | what sank | a cargo ferry | 18 | what sank | a cargo tanker | 18
compatible | cause | lightning | 18 | cause | exact cause not known, lightning may have struck | 18
contradiction | cause | lightning | 18 | cause | no lightning, an old cable | 18
agreement | rank | second largest among bridges worldwide | 18 | rank | second largest among the bridges of the world | 18
unclear | rank | second among road bridges | 18 | rank | second among tunnels | 18
";

fn article(outlet: &str, label: &str, value: &str, day: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\npublished = 2025-11-{day}\n[[claim]]\nsubject = \"it\"\nattribute = \"{label}\"\nvalue = \"{value}\"\nitem = \"one\"\n"
    )
}

#[test]
fn pairs_have_the_verdicts_that_people_give_them() {
    let rows: Vec<Vec<&str>> =
        PAIRS.lines().filter(|it| !it.is_empty()).map(|row| row.split(" | ").collect()).collect();
    for turned in [false, true] {
        let mut files = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let [_, label, value, day, other, told, later] = row[..] else { panic!("{row:?}") };
            let (first, second) = (article("A", label, value, day), article("B", other, told, later));
            let (a, b) = if turned { ("b", "a") } else { ("a", "b") };
            files.push((format!("claims/s{at:02}/{a}.toml"), first));
            files.push((format!("claims/s{at:02}/{b}.toml"), second));
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let report = Desk::new(&files).run(&["--all", "--format", "json"]).json();
        let mut wrong = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let stories = report["stories"].as_array().unwrap();
            let story = stories
                .iter()
                .find(|it| it["name"].as_str().unwrap().contains(&format!("s{at:02}")))
                .unwrap();
            let comparison = &story["items"][0]["comparisons"][0];
            if comparison["verdict"] != row[0] {
                wrong.push(format!("{row:?}: {} ({})", comparison["verdict"], comparison["reason"]));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
