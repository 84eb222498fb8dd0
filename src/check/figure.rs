//! Figures that are a slip of the pen apart where everything around them agrees.
//!
//! Packs know what their figures are figures of; this check knows only the words around. It asks for much: the same
//! unit and the same thing counted, the same parties and words in the sentence, digits that changed places or one
//! digit that changed, and that neither article gives the other's figure anywhere. "£340m in cash" and "£430m in cash"
//! for one company are a slip; two figures of a results statement are not.

pub(super) mod apart;
mod given;

use self::given::Given;
use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::annotate::verb::Modality;
use crate::graph::{Identity, Story, synonyms};
use crate::hash::Map;
use crate::source::Span;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// What the context has to come to.
const ENOUGH: f32 = 3.0;
const PARTY: f32 = 1.0;
const NOUN: f32 = 0.6;
const VERB: f32 = 0.7;
const COUNTED: f32 = 0.8;

/// How many parties two articles have to share for figures in them to be of one story.
const STORY: usize = 2;
/// How many digits a swap has where the thing counted and the story are enough.
const LONG: usize = 3;

/// What a count may grow to, times what it was, without a slip.
const GROWN: f64 = 2.5;

/// More digits than any figure of news has: a slip in a longer row of them is no slip in a figure.
const LONGEST: usize = 20;

/// Of figures that meet in one bucket more than these are no slip of one another.
const LARGEST_BUCKET: usize = 40;

/// How two figures are a slip apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Two neighbouring digits changed places: 340 and 430.
    Swap,
    /// One digit is another: 612 and 812.
    Digit,
}

/// One figure and the sentence it stands in.
struct Figure {
    article: usize,
    quantity: usize,
    digits: String,
    passage: Span,
    /// Index of the sentence among those that hold a figure.
    sentence: usize,
    asserted: bool,
}

/// What a sentence speaks of: read once, however many figures stand in it.
struct Sentence {
    parties: BTreeSet<Identity>,
    nouns: BTreeSet<CompactString>,
    verbs: BTreeSet<CompactString>,
}

/// The figures of a story with what is asked about them again and again.
#[derive(Default)]
struct Figures {
    list: Vec<Figure>,
    sentences: Vec<Sentence>,
    /// How many parties, nouns and verbs two sentences share.
    shared: Map<(usize, usize), [usize; 3]>,
    /// What each article gives, as far as it was asked for.
    given: BTreeMap<usize, Given>,
}

/// The conflicts of figures in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut figures = figures(story);
    let mut buckets: BTreeMap<(&Unit, usize, String), Vec<usize>> = BTreeMap::new();
    for (index, figure) in figures.list.iter().enumerate() {
        let unit = &story.articles[figure.article].quantities[figure.quantity].unit;
        // Sorted digits meet for a swap, all but one digit for a change.
        let mut sorted: Vec<char> = figure.digits.chars().collect();
        sorted.sort_unstable();
        buckets.entry((unit, figure.digits.len(), sorted.iter().collect())).or_default().push(index);
        for at in 0..figure.digits.len() {
            let rest: String =
                figure.digits.chars().enumerate().filter(|(place, _)| *place != at).map(|(_, digit)| digit).collect();
            buckets.entry((unit, 100 + at, rest)).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for list in buckets.values().filter(|list| list.len() < LARGEST_BUCKET) {
        for (at, &one) in list.iter().enumerate() {
            let others = list[at + 1..].iter().filter(|&&two| figures.list[one].article != figures.list[two].article);
            pairs.extend(others.map(|&two| (one.min(two), one.max(two))));
        }
    }
    pairs.into_iter().filter_map(|(one, two)| figures.judge(story, one, two)).collect()
}

impl Figures {
    /// What costs least is asked first; whether an article gives the other's figure is asked of few pairs.
    fn judge(&mut self, story: &Story, one: usize, two: usize) -> Option<Conflict> {
        let (a, b) = (&self.list[one], &self.list[two]);
        let slip = slip(&a.digits, &b.digits)?;
        if a.article == b.article || !a.asserted || !b.asserted {
            return None;
        }
        let (one, two) = (quantity(story, a), quantity(story, b));
        let scale = (one.low / two.low).abs();
        let same_thing = same_thing(one, two);
        // Hardly a count grows a little just so that two of its digits change places.
        let swapped = slip == Slip::Swap && a.digits.len() >= LONG && (1.0 / GROWN..=GROWN).contains(&scale);
        if one.compare(two) != Comparison::Different
            || !(0.2..=5.0).contains(&scale)
            || one.counted.is_some() && two.counted.is_some() && !same_thing
            || !swapped && grown(story, a, b)
            || apart::long_apart(story, a, b)
        {
            return None;
        }
        let sentences = &self.sentences;
        let round = apart::round(&a.digits) && apart::round(&b.digits);
        if round && apart::of_others(&sentences[a.sentence], &sentences[b.sentence]) {
            return None;
        }
        let shared = self.shared.entry((a.sentence, b.sentence)).or_insert_with(|| {
            let (x, y) = (&sentences[a.sentence], &sentences[b.sentence]);
            [
                x.parties.intersection(&y.parties).count(),
                x.nouns.intersection(&y.nouns).count(),
                x.verbs.intersection(&y.verbs).count(),
            ]
        });
        let [parties, nouns, verbs] = shared.map(|count| count as f32);
        let counted = if same_thing { COUNTED } else { 0.0 };
        let slip_weight = match slip {
            Slip::Swap => 1.4,
            Slip::Digit if round => 0.0,
            Slip::Digit if a.digits.len() > 2 => 0.8,
            Slip::Digit => 0.2,
        };
        let sum = PARTY * parties.min(2.0) + NOUN * nouns.min(3.0) + VERB * verbs.min(1.0) + counted + slip_weight;
        let by_sentence = parties >= 1.0 && nouns + verbs + counted >= 0.5 && sum >= ENOUGH;
        let by_story = || {
            let [x, y] = [a, b].map(|figure| story.identities.of_article(figure.article));
            swapped && same_thing && x.iter().filter(|party| y.contains(party)).count() >= STORY
        };
        if !by_sentence && !by_story() {
            return None;
        }
        let mut has = |article: usize, wanted: &Quantity, digits: &str| {
            let read = || Given::new(&story.articles[article]);
            self.given.entry(article).or_insert_with(read).has(&story.articles[article], wanted, digits)
        };
        if has(a.article, two, &b.digits) || has(b.article, one, &a.digits) {
            return None;
        }
        Some(self.conflict(story, a, b, slip))
    }
}

/// What two sentences have in common, as it is told to a reader.
fn told_of(names: &[String], words: &[String]) -> String {
    match (names.is_empty(), words.is_empty()) {
        (true, true) => "both figures count one thing, in articles that name the same parties".to_owned(),
        (true, false) => format!("both sentences have the words {}", support::join(words)),
        (false, true) => format!("both sentences speak of {}", support::join(names)),
        (false, false) => {
            format!("both sentences speak of {}, with the words {}", support::join(names), support::join(words))
        }
    }
}

/// Whether both figures count things, and by one noun or two for one thing.
fn same_thing(one: &Quantity, two: &Quantity) -> bool {
    one.counted.as_deref().zip(two.counted.as_deref()).is_some_and(|(one, two)| one == two || synonyms(one, two))
}

/// Whether what is counted may have grown: the article that came out later has the higher figure.
fn grown(story: &Story, a: &Figure, b: &Figure) -> bool {
    let published = |figure: &Figure| story.articles[figure.article].document.published;
    let (one, two) = (quantity(story, a), quantity(story, b));
    let (Some(x), Some(y)) = (published(a), published(b)) else { return false };
    one.unit == Unit::Count && (x.date, x.time).cmp(&(y.date, y.time)) == one.low.total_cmp(&two.low)
}

fn quantity<'s>(story: &'s Story, figure: &Figure) -> &'s Quantity {
    &story.articles[figure.article].quantities[figure.quantity]
}

fn slip(a: &str, b: &str) -> Option<Slip> {
    if a.len() != b.len() || a == b || a.len() < 2 {
        return None;
    }
    let different: Vec<usize> =
        a.bytes().zip(b.bytes()).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at).collect();
    match different.as_slice() {
        [_] => Some(Slip::Digit),
        [x, y] if *y <= x + 2 => {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            (a[*x] == b[*y] && a[*y] == b[*x]).then_some(Slip::Swap)
        }
        _ => None,
    }
}

fn figures(story: &Story) -> Figures {
    let mut figures = Figures::default();
    for (at, article) in story.articles.iter().enumerate() {
        // Figures stand in the order of their sentences.
        let mut last = None;
        for (index, quantity) in article.quantities.iter().enumerate() {
            let plain = quantity.against.is_none() && !quantity.is_range();
            let kind = matches!(quantity.unit, Unit::Currency(_) | Unit::Percent | Unit::Count | Unit::Measure(_));
            let exact = matches!(quantity.bound, Bound::Exactly | Bound::About);
            let Some(digits) = digits(article.document.slice(quantity.span)).filter(|_| plain && kind && exact) else {
                continue;
            };
            if quantity.unit == Unit::Count && quantity.counted.is_none() {
                continue;
            }
            let span = support::sentence(article, quantity.span);
            if last != Some(span) {
                figures.sentences.push(sentence(story, at, span));
                last = Some(span);
            }
            let clause = support::clause(article, quantity.span);
            figures.list.push(Figure {
                article: at,
                quantity: index,
                digits,
                passage: clause.map_or(span, |clause| clause.span),
                sentence: figures.sentences.len() - 1,
                asserted: clause.is_none_or(|clause| clause.modality != Modality::Hypothetical),
            });
        }
    }
    figures
}

/// The significant digits as written; `None` for words, for fewer than two and for more than any figure has.
fn digits(text: &str) -> Option<String> {
    let run: String = text
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
        .filter(char::is_ascii_digit)
        .collect();
    let significant = run.trim_start_matches('0').to_owned();
    (2..=LONGEST).contains(&significant.len()).then_some(significant)
}

fn sentence(story: &Story, at: usize, sentence: Span) -> Sentence {
    let article = &story.articles[at];
    let tokens = article.tokens.partition_point(|token| token.span.start < sentence.start);
    let words = || article.tokens[tokens..].iter().take_while(|token| token.span.end <= sentence.end);
    let unit_word = |lemma: &str| {
        matches!(lemma, "percent" | "cent" | "million" | "billion" | "pound" | "dollar" | "euro" | "year")
    };
    Sentence {
        parties: support::mentions(article, sentence)
            .filter_map(|mention| story.identities.of(at, mention.entity?))
            .collect(),
        nouns: words()
            .filter(|token| token.tag.is_noun() && !token.tag.is_proper() && !unit_word(&token.lemma))
            .map(|token| token.lemma.clone())
            .collect(),
        verbs: words()
            .filter(|token| token.tag.is_verb() && !matches!(token.lemma.as_str(), "be" | "have" | "do" | "say"))
            .map(|token| token.lemma.clone())
            .collect(),
    }
}

impl Figures {
    fn conflict(&self, story: &Story, a: &Figure, b: &Figure, slip: Slip) -> Conflict {
        let value = |figure: &Figure| support::words(&story.articles[figure.article], quantity(story, figure).span, 40);
        let place =
            |figure: &Figure| Place { article: figure.article, span: figure.passage, rule: "core/figure".to_owned() };
        let (x, y) = (&self.sentences[a.sentence], &self.sentences[b.sentence]);
        let names: Vec<String> =
            x.parties.intersection(&y.parties).map(|party| story.identities.party(*party).name.clone()).collect();
        let shared: Vec<String> =
            x.nouns.intersection(&y.nouns).chain(x.verbs.intersection(&y.verbs)).map(ToString::to_string).collect();
        let how = match slip {
            Slip::Swap => "their digits changed places",
            Slip::Digit => "they differ in one digit",
        };
        Conflict {
            check: Check::Quantity,
            severity: Severity::Warning,
            message: format!(
                "{} or {}: “{}”",
                value(a),
                value(b),
                support::words(&story.articles[a.article], a.passage, 90)
            ),
            explanation: vec![
                told_of(&names, &shared),
                format!("the figures have one unit, and {how}"),
                "neither article gives the other's figure anywhere".to_owned(),
            ],
            sides: vec![support::side(story, value(a), vec![place(a)]), support::side(story, value(b), vec![place(b)])],
        }
    }
}
