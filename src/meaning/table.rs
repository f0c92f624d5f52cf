//! The table of word pieces; how it is made is said in `table/README.md`.

use std::sync::LazyLock;

use super::vector::{AXES, Sum, Vector};

static PIECES: &str = include_str!("table/pieces.txt");
static VECTORS: &[u8] = include_bytes!("table/vectors.i8");
static STARTS: &[u8] = include_bytes!("table/starts.u32");
static ORDER: &[u8] = include_bytes!("table/order.u16");

/// What a continuation of a word begins with.
const CONTINUES: &str = "##";

/// Longer words than this are no words.
const LONGEST: usize = 40;

/// Where a piece stands.
fn line_of(piece: &str) -> Option<usize> {
    let (mut from, mut to) = (0, ORDER.len() / 2);
    while from < to {
        let middle = from.midpoint(to);
        let line = ordered(middle)?;
        match piece_at(line)?.cmp(piece) {
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Greater => to = middle,
            std::cmp::Ordering::Equal => return Some(line),
        }
    }
    None
}

/// The piece of a line.
fn piece_at(line: usize) -> Option<&'static str> {
    let begins = |line: usize| {
        let bytes = STARTS.get(4 * line..4 * line + 4)?;
        usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
    };
    PIECES.get(begins(line)?..begins(line + 1)?.checked_sub(1)?)
}

/// The line that is at a place in the order.
fn ordered(at: usize) -> Option<usize> {
    let bytes = ORDER.get(2 * at..2 * at + 2)?;
    Some(usize::from(u16::from_le_bytes(bytes.try_into().ok()?)))
}

fn at_line(line: usize) -> Option<Vector> {
    let bytes: &[u8; AXES] = VECTORS.get(AXES * line..AXES * (line + 1))?.try_into().ok()?;
    Some(Vector::new(bytes.map(u8::cast_signed)))
}

/// How common a word is in English: 1 for the commonest. None for what is no word of its own.
pub fn rank(word: &str) -> Option<usize> {
    static FIRST: LazyLock<usize> = LazyLock::new(|| line_of("the").unwrap_or(0));
    line_of(word)?.checked_sub(*FIRST).map(|it| it + 1)
}

/// What a word in lower case means; none where a part of it is unknown.
pub fn vector(word: &str) -> Option<Vector> {
    if let Some(line) = line_of(word) {
        return at_line(line);
    }
    let mut sum = Sum::default();
    let mut rest = word;
    let mut piece = String::with_capacity(word.len() + CONTINUES.len());
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    while !rest.is_empty() {
        let ends = rest.char_indices().rev().map(|(at, letter)| at + letter.len_utf8());
        let (line, end) = ends.into_iter().find_map(|end| {
            piece.clear();
            piece.push_str(if rest.len() == word.len() { "" } else { CONTINUES });
            piece.push_str(rest.get(..end)?);
            Some((line_of(&piece)?, end))
        })?;
        sum.add(&at_line(line)?, 1.0);
        rest = rest.get(end..)?;
    }
    Some(sum.mean())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> f32 {
        vector(a).unwrap().cosine(&vector(b).unwrap())
    }

    #[test]
    fn the_files_belong_together() {
        let pieces: Vec<&str> = PIECES.lines().collect();
        assert_eq!(VECTORS.len(), AXES * pieces.len());
        assert_eq!(ORDER.len(), 2 * pieces.len());
        assert_eq!(STARTS.len(), 4 * (pieces.len() + 1));
        let order: Vec<&str> = (0..pieces.len()).map(|at| pieces[ordered(at).unwrap()]).collect();
        assert!(order.is_sorted_by(|x, y| x < y));
        for (line, piece) in pieces.iter().enumerate() {
            assert_eq!(line_of(piece), Some(line), "{piece}");
        }
    }

    #[test]
    fn words_of_like_meaning_are_near() {
        assert!(alike("killed", "dead") > 0.7, "{}", alike("killed", "dead"));
        assert!(alike("price", "cost") > 0.7);
        assert!(alike("killed", "injured") < 0.3);
        assert!(alike("price", "river") < 0.3);
    }

    #[test]
    fn a_word_that_is_no_piece_is_the_mean_of_its_pieces() {
        assert_eq!(line_of("crowdstrike"), None);
        let mut sum = Sum::default();
        sum.add(&vector("crowds").unwrap(), 1.0);
        sum.add(&at_line(line_of("##tri").unwrap()).unwrap(), 1.0);
        sum.add(&at_line(line_of("##ke").unwrap()).unwrap(), 1.0);
        assert_eq!(vector("crowdstrike"), Some(sum.mean()));
        assert_eq!(vector(""), None);
        assert_eq!(vector("\u{1F600}\u{1F600}"), None);
    }

    #[test]
    fn common_words_have_low_ranks() {
        assert_eq!(rank("the"), Some(1));
        assert!(rank("year") < rank("investment") && rank("investment") < rank("asteroid"));
        assert_eq!(rank("##ing"), rank("ing").and(rank("##ing")));
        assert_eq!(rank("crowdstrike"), None);
    }
}
