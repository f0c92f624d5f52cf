//! Words of which one names a sort of what the other names, whatever the story: a ferry is a vessel.

/// One group a line: what is broader, then sorts of it, each in the singular. Several words may say the broader thing.
const GROUPS: &str = "
    boat ship vessel watercraft: barge canoe catamaran destroyer dinghy ferry freighter frigate lifeboat liner tanker trawler tug tugboat warship yacht
    vehicle: ambulance bus car coach lorry minibus minivan motorbike motorcycle pickup suv taxi truck van
    aircraft: airliner drone glider helicopter jet plane
    building structure: cathedral church factory hospital hotel house mosque museum school skyscraper temple theatre tower warehouse
    weapon: bomb dagger firearm gun handgun knife machete pistol revolver rifle shotgun sword
    firearm gun: handgun pistol revolver rifle shotgun
    animal: bear cat cattle cow dog elephant horse lion sheep tiger wolf
    crime offence: arson burglary fraud kidnapping manslaughter murder rape robbery theft
    message: email letter memo telegram text tweet
    document: contract letter licence memo passport will
    drug: cannabis cocaine fentanyl heroin ketamine methamphetamine
    metal: aluminium cobalt copper gold iron lead lithium nickel silver steel zinc
    disease illness: cancer cholera covid dengue ebola flu malaria measles pneumonia tuberculosis
    relative: aunt brother cousin daughter father grandfather grandmother mother nephew niece sister son uncle
    parent: father mother
    child: boy daughter girl son
    doctor physician: cardiologist oncologist paediatrician psychiatrist surgeon
    storm: blizzard cyclone hurricane thunderstorm tornado typhoon
    device machine: computer laptop phone smartphone tablet
    computer: laptop tablet
    road: highway lane motorway street
    fruit: apple banana cherry grape mango orange peach pear
    grain: barley corn maize oats rice rye wheat
    fuel: coal diesel gasoline kerosene petrol
";

/// Whether of two words in lower case the one names a sort of what the other names.
pub fn one_is_a_sort_of_the_other(a: &str, b: &str) -> bool {
    let (a, b) = (singular(a), singular(b));
    let rows = GROUPS.lines().filter_map(|line| line.split_once(':'));
    let mut words = rows.map(|(broad, sorts)| {
        let has = |words: &str, wanted: &str| words.split_whitespace().any(|word| word == wanted);
        has(broad, a) && has(sorts, b) || has(broad, b) && has(sorts, a)
    });
    words.any(|it| it)
}

fn singular(word: &str) -> &str {
    let known = |word: &str| GROUPS.split([' ', ':', '\n']).any(|it| it == word);
    let plain = word.strip_suffix('s').filter(|it| known(it));
    plain.or_else(|| word.strip_suffix("es").filter(|it| known(it))).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_of_its_kind_and_of_no_other() {
        assert!(
            one_is_a_sort_of_the_other("vessel", "tanker") && one_is_a_sort_of_the_other("rifles", "weapons")
        );
        assert!(
            !one_is_a_sort_of_the_other("tanker", "trawler") && !one_is_a_sort_of_the_other("car", "weapon")
        );
    }
}
