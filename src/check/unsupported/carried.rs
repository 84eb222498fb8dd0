//! What the sources of a story hold, laid out so that each look-up is by key or by a few neighbours: their words in runs,
//! their figures by unit and size, their times by day.

use crate::annotate::Article;
use crate::annotate::entities::fold;
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::time::{Grain, TimeMention, TimeValue};
use crate::check::wording::{Passage, Word};
use crate::gazetteer::PlaceId;
use crate::graph::Story;
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::Date;
use jiff::tz::Offset;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The longest run of words that is looked up as one.
pub(super) const RUN: usize = 5;
/// Days that one phrase of time is filed under at most.
const MOST_DAYS: usize = 10;

/// A time, and its article's distance from UTC.
pub(super) type Timed = (TimeValue, Option<Offset>);

/// Everything the sources hold.
#[derive(Default)]
pub(super) struct Carried<'a> {
    /// Hashes of runs of up to [`RUN`] words as [`wording`](crate::check::wording) folds them.
    runs: HashSet<u64>,
    /// Words of names, folded.
    pub(super) words: BTreeSet<String>,
    /// Figures by unit, in order of their lower ends.
    figures: BTreeMap<&'a Unit, Vec<&'a Quantity>>,
    /// Times of a few days at most, by the days they touch.
    days: BTreeMap<Date, Vec<Timed>>,
    /// Years and months that a source dates something in.
    pub(super) years: BTreeSet<i16>,
    pub(super) months: BTreeSet<(i16, i8)>,
    /// Days on which sources came out, and those before and after.
    pub(super) published: BTreeSet<Date>,
    /// Days of the week (0 is Monday) in sources that carry no date.
    pub(super) weekdays: BTreeSet<u8>,
    /// Places, each once.
    pub(super) places: BTreeSet<PlaceId>,
}

impl<'a> Carried<'a> {
    pub(super) fn new(story: &Story<'a>) -> Self {
        let mut carried = Self::default();
        for article in story.articles.iter().filter(|article| !article.document.draft) {
            carried.add_words(article);
            for quantity in &article.quantities {
                carried.figures.entry(&quantity.unit).or_default().push(quantity);
            }
            let offset = article.document.published.and_then(|published| published.offset);
            article.times.iter().for_each(|time| carried.add_time(time, offset));
            if let Some(published) = article.document.published {
                let near = [Some(published.date), published.date.yesterday().ok(), published.date.tomorrow().ok()];
                carried.published.extend(near.into_iter().flatten());
            }
            carried.places.extend(article.entities.iter().filter_map(|entity| entity.place));
        }
        for list in carried.figures.values_mut() {
            list.sort_by(|a, b| a.low.total_cmp(&b.low).then(a.counted.cmp(&b.counted)));
            list.dedup_by(|a, b| **a == **b || same_figure(a, b));
        }
        carried
    }

    fn add_words(&mut self, article: &Article) {
        let text = &article.document.text;
        self.add_runs(&Passage::whole(text).words());
        // "…," she said, "…": the words as they were spoken, without those between.
        let mut stretches: Vec<Span> = Vec::new();
        for quote in article.quotes.iter().filter(|quote| quote.speech) {
            if quote.continues.is_none() {
                self.add_utterance(text, &mut stretches);
            }
            stretches.push(quote.span);
        }
        self.add_utterance(text, &mut stretches);
        self.words.extend(text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold));
    }

    fn add_utterance(&mut self, text: &str, stretches: &mut Vec<Span>) {
        if stretches.len() > 1 {
            self.add_runs(&Passage::of(text, stretches.iter().copied()).words());
        }
        stretches.clear();
    }

    fn add_runs(&mut self, words: &[Word]) {
        for start in 0..words.len() {
            let mut hasher = DefaultHasher::new();
            for word in words[start..].iter().take(RUN) {
                word.coarse().hash(&mut hasher);
                self.runs.insert(hasher.clone().finish());
            }
        }
    }

    /// Whether some source has these words in a row, at most [`RUN`] of them.
    pub(super) fn has_run(&self, words: &[Word]) -> bool {
        let mut hasher = DefaultHasher::new();
        for word in words {
            word.coarse().hash(&mut hasher);
        }
        self.runs.contains(&hasher.finish())
    }

    fn add_time(&mut self, time: &TimeMention, offset: Option<Offset>) {
        let Some(value) = time.value else {
            self.weekdays.extend(time.weekday);
            return;
        };
        let (Some(from), Some(to)) = (value.from, value.to) else { return };
        self.years.insert(from.year());
        if value.grain <= Grain::Month {
            self.months.insert((from.year(), from.month()));
        }
        if value.grain <= Grain::Days {
            for day in days(from.date(), to.date(), to.time() == jiff::civil::Time::midnight()) {
                self.days.entry(day).or_default().push((value, offset));
            }
        }
    }

    /// Times of the sources that touch a day.
    pub(super) fn on(&self, day: Date) -> &[Timed] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Figures of one unit whose lower ends lie between two values.
    pub(super) fn figures(&self, unit: &Unit, low: f64, high: f64) -> impl Iterator<Item = &'a Quantity> {
        let list = self.figures.get(unit).map_or(&[][..], Vec::as_slice);
        let first = list.partition_point(|figure| figure.low < low);
        list[first..].iter().copied().take_while(move |figure| figure.low <= high)
    }
}

/// The days from one to another; `open` leaves the last out. A few at most.
pub(super) fn days(from: Date, to: Date, open: bool) -> impl Iterator<Item = Date> {
    let later = std::iter::successors(Some(from), |day| day.tomorrow().ok());
    later.take_while(move |day| *day < to || (*day == to && (!open || from == to))).take(MOST_DAYS)
}

fn same_figure(a: &Quantity, b: &Quantity) -> bool {
    let key = |figure: &Quantity| -> (u64, u64, u64, Option<u64>, Option<CompactString>) {
        let bits = |value: f64| value.to_bits();
        (bits(figure.low), bits(figure.high), bits(figure.step), figure.against.map(bits), figure.counted.clone())
    };
    a.bound == b.bound && key(a) == key(b)
}
