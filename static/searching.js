// Words of any script, and papers that are found by them: case, accents and the width of letters make no difference.

import MiniSearch from "./vendor/minisearch/minisearch.js";

const MARKS = /[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670]/g; // accents, and vowels that Hebrew and Arabic leave out
const LETTERS = { ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" }; // no letter with a mark
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// scripts that put no spaces between words, or write several words as one
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;

const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[łøßæœđðþı]/g, (letter) => LETTERS[letter]);

// The words of a text; of an unspaced stretch, every two signs that follow each other.
function words(text) {
  return (plain(text).match(WORD) ?? []).flatMap((word) => split(word, (signs) => (signs.length > 1 ? pairs(signs) : signs)));
}

// The same, and each sign, so that one alone is found, too.
const everything = (text) => (plain(text).match(WORD) ?? []).flatMap((word) => split(word, (signs) => [...signs, ...pairs(signs)]));

function split(word, take) {
  const found = [];
  let end = 0;
  for (const { 0: stretch, index } of word.matchAll(UNSPACED)) {
    found.push(word.slice(end, index), ...take([...stretch]));
    end = index + stretch.length;
  }
  return [...found, word.slice(end)].filter(Boolean);
}

const pairs = (signs) => signs.slice(1).map((sign, index) => signs[index] + sign);

// A search in papers: `search(text)` gives those that have all its words, the best first.
export function indexed(papers) {
  const index = new MiniSearch({
    fields: ["title", "author", "keyword"],
    extractField: (paper, field) => [paper[field] ?? ""].flat().join("\n"),
    tokenize: everything,
    processTerm: (word) => word,
    searchOptions: {
      tokenize: words,
      boost: { title: 3, author: 2, keyword: 2 },
      prefix: true,
      fuzzy: (word) => word.length > 3 && 0.2,
      combineWith: "AND",
    },
  });
  index.addAll(papers);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const search = (text) => index.search(text).map(({ id }) => byId.get(id));
  return { papers, search, fold: (text) => words(text).join(" ") };
}
