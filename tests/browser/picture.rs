//! The picture in the README: taken of the page, and held to it.

use super::chromium::{Browser, file};
use super::{browser, seeds};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The size of the picture in the README.
const SIZE: (u32, u32) = (1360, 1000);

#[test]
fn the_picture_in_the_readme_is_of_this_page() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page, _) = seeds();
    browser.look(SIZE, "light");
    browser.open(&page);
    // A conflict that shows every part of the page.
    browser.evaluate(
        "document.documentElement.style.scrollBehavior = 'auto'; \
         (document.querySelector('[data-check=quote]') ?? document.querySelector('.conflict')).scrollIntoView(); \
         new Promise((done) => setTimeout(done, 200))",
    );
    let png = browser.picture();
    let path = file("tests/pictures/report.png");
    if std::env::var_os("CROSSCHECK_PICTURES").is_some_and(|value| value == "write") {
        fs::write(&path, &png).unwrap();
    }
    let kept = fs::read(&path).unwrap();
    assert!(kept.len() < 300_000, "{} bytes", kept.len());
    // Fonts differ from machine to machine: the two are compared as a passer-by would, by shades on a coarse grid.
    let (kept, new) = (grid(&mut browser, &kept), grid(&mut browser, &png));
    assert_eq!(kept.len(), new.len(), "of another size");
    let apart: f64 = kept.iter().zip(&new).map(|(one, two)| (one - two).abs()).sum::<f64>() / kept.len() as f64;
    assert!(apart < 12.0, "the picture shows another page ({apart:.1}): take it anew with CROSSCHECK_PICTURES=write");
}

/// A picture shrunk to about a thousand shades of grey from 0 to 255.
fn grid(browser: &mut Browser, png: &[u8]) -> Vec<f64> {
    browser.open(Path::new("/dev/null"));
    let bytes: Vec<String> = png.iter().map(ToString::to_string).collect();
    let shades = browser.evaluate(&format!(
        "(async () => {{ const image = await createImageBitmap(new Blob([new Uint8Array([{}])])); \
         const [width, height] = [image.width, image.height].map((side) => Math.round(side / 32)); \
         const context = new OffscreenCanvas(width, height).getContext('2d'); context.imageSmoothingQuality = 'high'; \
         context.drawImage(image, 0, 0, width, height); \
         return [...context.getImageData(0, 0, width, height).data].filter((_, at) => at % 4 === 1) }})()",
        bytes.join(",")
    ));
    shades.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}
