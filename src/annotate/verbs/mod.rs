//! STUB
use super::token::*; use super::verb::*;
pub fn is_attitude(l:&str)->bool{ ["believe","think","hope","know","expect","fear"].contains(&l) }
pub fn controls_object(l:&str)->bool{ ["ask","order","tell","urge","allow","let","help"].contains(&l) }
pub fn verb_groups(_text:&str,tokens:&[Token],sentences:&[Sentence])->Vec<VerbGroup>{
 let mut out=vec![];
 for s in sentences { let mut i=s.tokens.start; while i<s.tokens.end {
  let t=&tokens[i]; let to = t.tag==Tag::To && tokens.get(i+1).is_some_and(|n|n.tag==Tag::Verb);
  if !(t.tag.is_verb()||t.tag==Tag::Modal||to) { i+=1; continue }
  if matches!(t.tag,Tag::VerbGerund|Tag::VerbParticiple) && tokens.get(i+1).is_some_and(|n|n.tag.is_noun()) && i>0 && tokens[i-1].tag==Tag::Determiner { i+=1; continue }
  let start=i; let mut main=i; let mut neg=false; let mut j=i; let mut plan=false; let mut unable=false;
  while j<s.tokens.end { let u=&tokens[j]; if u.tag.is_verb()||u.tag==Tag::Modal { main=j; if u.lemma=="fail"{unable=true} } else if u.lemma=="not"||u.lemma=="never" { neg=true } else if u.tag.is_adverb()||u.tag==Tag::To {} else if u.lemma=="able"||u.lemma=="due" {} else {break}
   j+=1; }
  let end=main+1; let first=&tokens[start];
  let passive= tokens[main].tag==Tag::VerbParticiple && (start..main).any(|k|tokens[k].lemma=="be") || (main==start && tokens[main].tag==Tag::VerbParticiple);
  if first.lemma=="will"||(start..main).any(|k|tokens[k].lemma=="set"||tokens[k].lemma=="due"){plan=true}
  let form= if to {VerbForm::Infinitive} else {match first.tag {Tag::VerbGerund=>VerbForm::Gerund,Tag::VerbParticiple=>VerbForm::Participle,_=>VerbForm::Finite}};
  out.push(VerbGroup{span:first.span.join(tokens[main].span),tokens:start..end,main,lemma:tokens[main].lemma.clone(),polarity:if neg!=unable{Polarity::Negative}else{Polarity::Positive},modality:if unable||(neg&&(start..main).any(|k|tokens[k].lemma=="able")){Modality::Unable}else if plan{Modality::Planned}else{Modality::Actual},tense:Tense::Past,perfect:false,progressive:false,voice:if passive{Voice::Passive}else{Voice::Active},form,embedding:None});
  i=end; } }
 out }
