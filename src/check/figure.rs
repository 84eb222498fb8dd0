//! Figures that are a slip of the pen apart where everything around them agrees.
//!
//! Packs know what their figures are figures of; this check knows only the words around. It asks for much: the same
//! unit and the same thing counted, the same parties and words in the sentence, digits that changed places or one
//! digit that changed, and that neither article gives the other's figure anywhere. "£340m in cash" and "£430m in cash"
//! for one company are a slip; two figures of a results statement are not.

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::annotate::verb::Modality;
use crate::graph::{Identity, Story};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// What the context has to come to.
const ENOUGH: f32 = 3.0;
const PARTY: f32 = 1.0;
const NOUN: f32 = 0.6;
const VERB: f32 = 0.7;
const COUNTED: f32 = 0.8;

/// How two figures are a slip apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Two neighbouring digits changed places: 340 and 430.
    Swap,
    /// One digit is another: 612 and 812.
    Digit,
}

/// One figure with the words around it.
struct Figure {
    article: usize,
    quantity: usize,
    digits: String,
    passage: Span,
    parties: BTreeSet<Identity>,
    nouns: BTreeSet<CompactString>,
    verbs: BTreeSet<CompactString>,
    asserted: bool,
}

/// The conflicts of figures in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let figures = figures(story);
    let mut buckets: BTreeMap<(&Unit, usize, String), Vec<usize>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
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
    for list in buckets.values().filter(|list| list.len() < 40) {
        for (at, &one) in list.iter().enumerate() {
            pairs.extend(list[at + 1..].iter().map(|&two| (one.min(two), one.max(two))));
        }
    }
    pairs.into_iter().filter_map(|(one, two)| judge(story, &figures[one], &figures[two])).collect()
}

fn judge(story: &Story, a: &Figure, b: &Figure) -> Option<Conflict> {
    let slip = slip(&a.digits, &b.digits)?;
    if a.article == b.article || !a.asserted || !b.asserted {
        return None;
    }
    let (one, two) = (quantity(story, a), quantity(story, b));
    let scale = (one.low / two.low).abs();
    if one.compare(two) != Comparison::Different
        || !(0.2..=5.0).contains(&scale)
        || has(story, a.article, two, &b.digits)
        || has(story, b.article, one, &a.digits)
    {
        return None;
    }
    if one.counted.is_some() && two.counted.is_some() && one.counted != two.counted || grown(story, a, b) {
        return None;
    }
    let parties = a.parties.intersection(&b.parties).count() as f32;
    let nouns = a.nouns.intersection(&b.nouns).count() as f32;
    let verbs = a.verbs.intersection(&b.verbs).count() as f32;
    let counted = if one.counted.is_some() && one.counted == two.counted { COUNTED } else { 0.0 };
    let slip_weight = match slip {
        Slip::Swap => 1.4,
        Slip::Digit if a.digits.len() > 2 => 0.8,
        Slip::Digit => 0.2,
    };
    let sum = PARTY * parties.min(2.0) + NOUN * nouns.min(3.0) + VERB * verbs.min(1.0) + counted + slip_weight;
    if parties < 1.0 || nouns + verbs + counted < 0.5 || sum < ENOUGH {
        return None;
    }
    Some(conflict(story, a, b, slip))
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

/// Whether an article gives a figure that can be the same as `wanted`, or its digits in any other connection.
fn has(story: &Story, article: usize, wanted: &Quantity, digits: &str) -> bool {
    let article = &story.articles[article];
    let compatible =
        |quantity: &Quantity| matches!(quantity.compare(wanted), Comparison::Same | Comparison::Compatible);
    let written = |word: &str| word.chars().filter(char::is_ascii_digit).eq(digits.chars()) || word.contains(digits);
    article.quantities.iter().any(compatible) || article.tokens.iter().any(|token| written(&token.lower))
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

fn figures(story: &Story) -> Vec<Figure> {
    let mut list = Vec::new();
    for (at, article) in story.articles.iter().enumerate() {
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
            list.push(figure(story, at, index, digits));
        }
    }
    list
}

/// The significant digits as written; `None` for words and for fewer than two.
fn digits(text: &str) -> Option<String> {
    let run: String = text
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
        .filter(char::is_ascii_digit)
        .collect();
    let significant = run.trim_start_matches('0').to_owned();
    (significant.len() >= 2).then_some(significant)
}

fn figure(story: &Story, at: usize, index: usize, digits: String) -> Figure {
    let article = &story.articles[at];
    let span = article.quantities[index].span;
    let place = article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let sentence = article.sentences.get(place).map_or(span, |sentence| sentence.span);
    let first = article.clauses.partition_point(|clause| clause.sentence < place);
    let clause = article.clauses[first..]
        .iter()
        .take_while(|clause| clause.sentence == place)
        .filter(|clause| clause.span.contains(span))
        .min_by_key(|clause| clause.span.len());
    let tokens = article.tokens.partition_point(|token| token.span.start < sentence.start);
    let words = || article.tokens[tokens..].iter().take_while(|token| token.span.end <= sentence.end);
    let from = article.mentions.partition_point(|mention| mention.span.start < sentence.start);
    let unit_word = |lemma: &str| {
        matches!(lemma, "percent" | "cent" | "million" | "billion" | "pound" | "dollar" | "euro" | "year")
    };
    Figure {
        article: at,
        quantity: index,
        digits,
        passage: clause.map_or(sentence, |clause| clause.span),
        parties: article.mentions[from..]
            .iter()
            .take_while(|mention| mention.span.start < sentence.end)
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
        asserted: clause.is_none_or(|clause| clause.modality != Modality::Hypothetical),
    }
}

fn conflict(story: &Story, a: &Figure, b: &Figure, slip: Slip) -> Conflict {
    let value = |figure: &Figure| support::words(&story.articles[figure.article], quantity(story, figure).span, 40);
    let place =
        |figure: &Figure| Place { article: figure.article, span: figure.passage, rule: "core/figure".to_owned() };
    let names: Vec<String> =
        a.parties.intersection(&b.parties).map(|party| story.identities.party(*party).name.clone()).collect();
    let shared: Vec<String> =
        a.nouns.intersection(&b.nouns).chain(a.verbs.intersection(&b.verbs)).map(ToString::to_string).collect();
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
            format!("both sentences speak of {}, with the words {}", support::join(&names), support::join(&shared)),
            format!("the figures have one unit, and {how}"),
            "neither article gives the other's figure anywhere".to_owned(),
        ],
        sides: vec![support::side(story, value(a), vec![place(a)]), support::side(story, value(b), vec![place(b)])],
    }
}
