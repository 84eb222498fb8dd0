//! The HTML report in a real browser: it opens from a disk, shows every conflict, filters, jumps, compares and prints, and
//! an article that is out for harm does nothing.
//!
//! Chromium is wanted (`apt-get install chromium`; `$CHROMIUM` names another). Without one these tests pass and say so,
//! except where `CROSSCHECK_BROWSER=required` is set, as `.ci/run` does. `CROSSCHECK_PICTURES=write` takes the picture in
//! the README anew.

#![cfg(test)]

mod chromium;
mod picture;

use chromium::{Browser, file, installed};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The browser, or nothing and a word about it; standard error is written to directly, since what a passing test prints
/// is not shown.
fn browser() -> Option<Browser> {
    let required = std::env::var_os("CROSSCHECK_BROWSER").is_some_and(|value| value == "required");
    match installed() {
        Some(program) => Some(Browser::start(&program)),
        None if required => unreachable!("no Chromium on this machine, and CROSSCHECK_BROWSER=required is set"),
        None => {
            let _ = writeln!(std::io::stderr(), "skipped: no Chromium on this machine (apt-get install chromium)");
            None
        }
    }
}

/// A report on some articles, written to a file beside them, and what `--format json` says of the same.
fn report(folder: &Path, articles: &[&str]) -> (PathBuf, Value) {
    let run = |format: &str, output: &Path| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
        command.current_dir(folder).args(["check", "--quiet", "--fail-on", "never", "--format", format, "--output"]);
        assert!(command.arg(output).args(articles).status().unwrap().success());
    };
    let (page, data) = (folder.join("report.html"), folder.join("report.json"));
    run("html", &page);
    run("json", &data);
    (page, serde_json::from_str(&fs::read_to_string(data).unwrap()).unwrap())
}

/// The seeds, reported on.
fn seeds() -> (TempDir, PathBuf, Value) {
    let folder = TempDir::new().unwrap();
    copy(&file("seeds"), &folder.path().join("seeds"));
    let (page, data) = report(folder.path(), &["seeds"]);
    (folder, page, data)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

const SHOWN: &str =
    "[...document.querySelectorAll('article.conflict')].filter((card) => card.checkVisibility()).length";

#[test]
fn every_conflict_is_shown_and_nothing_is_asked_of_the_network() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, data) = seeds();
    browser.open(&page);
    let conflicts = data["conflicts"].as_array().unwrap();
    assert_eq!(browser.evaluate(SHOWN), conflicts.len());
    for conflict in conflicts {
        let id = conflict["id"].as_str().unwrap();
        let text = browser.evaluate(&format!("document.getElementById('c-{id}').innerText"));
        for side in conflict["sides"].as_array().unwrap() {
            assert!(text.as_str().unwrap().contains(side["value"].as_str().unwrap()), "{id}");
        }
        let passages: usize =
            conflict["sides"].as_array().unwrap().iter().map(|side| side["passages"].as_array().unwrap().len()).sum();
        let links = format!("document.querySelectorAll('#c-{id} a.place').length");
        assert_eq!(browser.evaluate(&links), passages, "every passage is linked");
        let picture = format!("document.querySelectorAll('#c-{id} svg.picture .node.passage').length > 1");
        assert_eq!(browser.evaluate(&picture), true);
    }
    assert_eq!(browser.evaluate("performance.getEntriesByType('resource').length"), 0);
    let wide = "document.documentElement.scrollWidth > innerWidth";
    for size in [(1280, 900), (360, 740)] {
        browser.look(size, "light");
        assert_eq!(browser.evaluate(wide), false, "nothing runs off the page at {size:?}");
    }
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn filters_narrow_and_widen() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, data) = seeds();
    browser.look((1280, 900), "light");
    browser.open(&page);
    let conflicts = data["conflicts"].as_array().unwrap();
    let count = |key: &str, value: &str| conflicts.iter().filter(|conflict| conflict[key] == value).count();
    let (errors, quotes) = (count("severity", "error"), count("check", "quote"));
    assert!(0 < errors && errors < conflicts.len() && 0 < quotes && quotes < conflicts.len());
    browser.evaluate("document.querySelector('input[value=error]').click()");
    assert_eq!(browser.evaluate(SHOWN), errors);
    browser.evaluate("document.querySelector('#show-all').click(); new Promise((done) => setTimeout(done, 20))");
    assert_eq!(browser.evaluate(SHOWN), conflicts.len());
    // By keyboard alone.
    browser.evaluate("document.querySelector('input[value=quote]').focus()");
    browser.send("Input.insertText", &serde_json::json!({"text": ""}));
    browser.press(" ", 32);
    assert_eq!(browser.evaluate(SHOWN), quotes);
    assert_eq!(
        browser.evaluate("document.getElementById('shown').textContent"),
        format!("{quotes} of {} shown", conflicts.len())
    );
    browser.evaluate("const s = document.getElementById('search'); s.value = 'no such words'; s.dispatchEvent(new Event('input', {bubbles: true}))");
    assert_eq!(browser.evaluate(SHOWN), 0);
    assert_eq!(browser.evaluate("document.getElementById('none').checkVisibility()"), true);
    // A link into what is hidden brings it back.
    browser.evaluate("document.querySelector('.back').click(); new Promise((done) => setTimeout(done, 50))");
    assert_eq!(browser.evaluate(SHOWN), conflicts.len());
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn what_no_source_carries_is_listed_and_filtered_beside_the_conflicts() {
    let Some(mut browser) = browser() else { return };
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("wire.txt", "VISBY, March 3, 2026\n\nAna Ruiz met Li Wei in Visby on Tuesday.\n");
    write(
        "story.txt",
        "March 3, 2026\n\nAna Ruiz did not meet Li Wei in Visby on Tuesday. Jo Marsh paid 43 million euros.\n",
    );
    let (page, data) = report(folder.path(), &["--draft", "story.txt", "--unsupported", "wire.txt"]);
    let (conflicts, unsupported) =
        (data["conflicts"].as_array().unwrap().len(), data["unsupported"].as_array().unwrap().len());
    assert!(conflicts == 1 && unsupported == 1, "{data}");
    browser.look((1280, 900), "light");
    browser.open(&page);
    assert_eq!(browser.evaluate(SHOWN), 2);
    assert_eq!(browser.evaluate("document.querySelectorAll('.index li').length"), 2);
    assert_eq!(browser.evaluate("document.getElementById('filters').checkVisibility()"), true);
    browser.evaluate("document.querySelector('input[value=unsupported]').click()");
    assert_eq!(browser.evaluate(SHOWN), 1);
    assert_eq!(browser.evaluate("document.getElementById('u-1').checkVisibility()"), true);
    browser.evaluate(
        "document.querySelector('input[value=unsupported]').click(); document.querySelector('button.open').click()",
    );
    assert_eq!(browser.evaluate("document.getElementById('compare').open"), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
    // Nothing but sentences without a source: there is still an index.
    write("story.txt", "March 3, 2026\n\nJo Marsh paid 43 million euros.\n");
    let (page, _) = report(folder.path(), &["--draft", "story.txt", "--unsupported", "wire.txt"]);
    browser.open(&page);
    assert_eq!(browser.evaluate("document.querySelectorAll('.index li').length"), 1);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn a_link_leads_into_the_article_and_back() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, data) = seeds();
    browser.look((1280, 900), "light");
    browser.open(&page);
    let passage = &data["conflicts"][0]["sides"][0]["passages"][0];
    browser.evaluate("document.querySelector('a.place').click()");
    let marked = browser.evaluate(
        "(() => { const at = document.querySelector(':target'); let text = '', mark = at; \
         while ((mark = mark.nextElementSibling)?.matches('mark')) text += mark.textContent; return text })()",
    );
    assert!(marked.as_str().unwrap().starts_with(passage["text"].as_str().unwrap()), "{marked}");
    let back = "(() => { const line = document.querySelector(':target').closest('p'); \
                line.querySelector('a.back').click(); return location.hash })()";
    let hash = browser.evaluate(back);
    assert!(hash.as_str().unwrap().starts_with("#c-"), "{hash}");
    assert_eq!(browser.evaluate("document.querySelector(':target').matches('article.conflict')"), true);
}

#[test]
fn two_articles_stand_side_by_side_at_their_passages() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, data) = seeds();
    browser.look((1280, 900), "light");
    browser.open(&page);
    browser.evaluate("document.querySelector('button.open').focus()");
    browser.press("Enter", 13);
    assert_eq!(browser.evaluate("document.getElementById('compare').open"), true);
    let here = "[...document.querySelectorAll('#compare .pane')].map((pane) => \
        [...pane.querySelectorAll('mark.here')].map((mark) => mark.textContent).join(''))";
    let shown = browser.evaluate(here);
    for (side, text) in shown.as_array().unwrap().iter().enumerate() {
        let passages = data["conflicts"][0]["sides"][side]["passages"].as_array().unwrap();
        assert!(passages.iter().any(|passage| passage["text"] == *text), "{text}");
    }
    let articles = "new Set([...document.querySelectorAll('#compare h3')].map((title) => title.textContent)).size";
    assert_eq!(browser.evaluate(articles), 2, "the passages of one side stand in several articles");
    let visible = "[...document.querySelectorAll('#compare mark.here')].every((mark) => { \
        const [one, two] = [mark, mark.closest('.text')].map((element) => element.getBoundingClientRect()); \
        return one.top >= two.top && one.bottom <= two.bottom })";
    assert_eq!(browser.evaluate(visible), true);
    browser.press("Escape", 27);
    assert_eq!(browser.evaluate("document.getElementById('compare').open"), false);
    assert_eq!(browser.evaluate("document.activeElement.matches('button.open')"), true, "the focus goes back");
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn it_prints() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, _) = seeds();
    browser.open(&page);
    let pdf = browser.print();
    assert!(pdf.starts_with(b"%PDF-"));
    let pages = pdf.windows(12).filter(|bytes| *bytes == b"/Type /Page\n").count();
    assert!((3..40).contains(&pages), "{pages} pages");
    browser.send("Emulation.setEmulatedMedia", &serde_json::json!({"media": "print"}));
    assert_eq!(browser.evaluate("document.getElementById('filters').checkVisibility()"), false);
    assert_eq!(browser.evaluate("document.querySelector('svg.picture').checkVisibility()"), true);
}

#[test]
fn an_article_out_for_harm_does_nothing() {
    let Some(mut browser) = browser() else { return };
    let folder = TempDir::new().unwrap();
    let evil = "</p></article><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\
        <style>*{display:none}</style><svg onload=\"document.title='taken'\"></svg><a href=\"javascript:document.title='taken'\">";
    let bidi = "\u{202e}\u{2066}\u{200b}\u{1b}[31m";
    let story = |verb: &str| {
        format!("VISBY, March 3, 2026\n\nAna Ruiz {verb} Li Wei in Visby on Tuesday.\n\n{evil} {bidi}{{{{ 7*7 }}}}\n")
    };
    fs::write(folder.path().join("a'\"><b>.txt"), story("met")).unwrap();
    fs::write(folder.path().join("b.txt"), story("did not meet")).unwrap();
    let (page, data) = report(folder.path(), &["."]);
    assert_eq!(data["conflicts"].as_array().map(Vec::len), Some(1), "{data}");
    browser.open(&page);
    assert_eq!(browser.evaluate(SHOWN), 1);
    browser.evaluate("document.querySelector('button.open').click()");
    assert!(browser.evaluate("document.title").as_str().unwrap().starts_with("crosscheck: "));
    assert_eq!(browser.evaluate("document.querySelectorAll('script').length"), 1);
    assert_eq!(
        browser.evaluate("document.querySelectorAll('img, b b, [onload], [onerror], [href^=javascript]').length"),
        0
    );
    let text = browser.evaluate("document.querySelector('.documents').innerText");
    let text = text.as_str().unwrap();
    assert!(text.contains("<script>document.title='taken'</script>") && text.contains("\\u{202e}"), "{text}");
    assert!(text.contains("{{ 7*7 }}") && !text.contains('\u{202e}'));
    assert_eq!(browser.complaints, Vec::<String>::new());
    // Were something to get in nevertheless, the policy would stop it.
    browser.evaluate(
        "const script = document.createElement('script'); script.textContent = 'document.title = \"taken\"'; \
         document.body.append(script); document.body.setAttribute('onclick', 'document.title = \"taken\"'); \
         document.body.click(); fetch('https://example.org').catch(() => {}); 0",
    );
    assert!(browser.evaluate("document.title").as_str().unwrap().starts_with("crosscheck: "));
    assert!(!browser.complaints.is_empty());
}
