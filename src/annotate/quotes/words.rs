//! Closed classes of words that tell where a speaker's phrase begins and ends.
//!
//! Grammar, not knowledge of the world: no list names anybody. Verbs of speech are in [`super::cues`].

/// Lower-case words, parted by spaces.
#[derive(Clone, Copy)]
pub(super) struct List(&'static str);

impl List {
    /// Whether `lower` is one of the words.
    pub(super) fn has(self, lower: &str) -> bool {
        self.0.split_ascii_whitespace().any(|word| word == lower)
    }
}

/// Pronouns and words like them that can be a subject by themselves.
pub(super) const PRONOUNS: List = List("he she they it i we you one some many others both neither another this");
/// What a noun phrase begins with.
pub(super) const DETERMINERS: List =
    List("the a an his her their its our my one another some this these no many several two three both");
/// Prepositions that tie a noun to the noun before it.
pub(super) const LINKS: List = List("of for at from with in on");
/// Words that end a noun phrase read forwards.
pub(super) const PREPOSITIONS: List = List(
    "in on at to during after before when as while by through about following via last earlier yesterday today \
     later this that if because over outside inside into under with from since until but and or than",
);
/// What an adverbial at the start of a sentence begins with.
pub(super) const OPENERS: List = List(
    "in on at after before during when as while asked speaking talking writing earlier later however but meanwhile \
     yesterday today with by for from under since until if because despite last this following responding once now \
     then still also according to addressing questioned pressed over though although outside inside among",
);
/// Forms of auxiliary verbs and of "not".
pub(super) const AUXILIARIES: List = List(
    "has have had is was were are be been being am would will could can may might must should did does do 'd 've \
     'll 's ca wo not n't",
);
/// Adverbs that stand between subject and verb and do not end in -ly.
pub(super) const ADVERBS: List = List(
    "also then later once even just again soon often earlier only never still already simply all first now further \
     since always ever reportedly instead afterwards afterward today yesterday there previously",
);
/// Days and months: capitals, but no names of speakers.
pub(super) const CALENDAR: List = List(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
     september october november december",
);
/// Small words inside names.
pub(super) const PARTICLES: List = List("de van von der den al el bin ibn la le di da dos du del ter y - al- ' &");
/// What makes a participle passive.
pub(super) const BE: List = List("is was were are be been being 's 're am got");
/// Forms of verbs of speech that are more often plural nouns.
pub(super) const NOUNS: List = List(
    "comments reports claims notes calls demands promises states questions remarks points posts rules offers \
     attacks answers pledges signals names labels brands titles shouts cries screams texts messages blogs jokes \
     protests replies requests proposals vows briefs terms lectures emails starts",
);
/// What is said, written or given out.
pub(super) const UTTERANCES: List = List(
    "advice response statement reply message letter tweet post answer note comment question email speech appeal warning \
     verdict summary words apology \
     explanation line verse sentence remark retort rejoinder reaction quip joke criticism praise rebuke plea cry shout",
);
/// Nouns before the title of a work.
pub(super) const WORKS: List = List(
    "film movie book novel song show album series play programme program sitcom comedy drama hit thriller memoir \
     single episode musical opera poem magazine game sequel character painting documentary poll titled entitled",
);
/// What stands before the base form of a verb of speech that is a verb.
pub(super) const SUBJECTS: List =
    List("to would will could can might may did does do they we i you should must and who");
/// Words after which a verb of speech is a noun ("the report", "in question").
pub(super) const BEFORE_NOUN: List =
    List("the a an his her their its no of such these those some any this that our in for with");
/// Past forms that end a noun phrase where there are no tags.
pub(super) const IRREGULAR: List = List(
    "went came took gave made met left won lost ran got held became began sought put set kept felt stood spoke saw \
     grew knew found brought built drew fell rose paid wore heard sent spent",
);
