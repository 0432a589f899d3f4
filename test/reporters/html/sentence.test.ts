import { expect, test } from "vitest";
import { sentence } from "../../../src/reporters/html/sentence.ts";

/** A sentence with its code between bars. */
function barred(text: string): string {
  return sentence(text).html.replace(/<\/?code[^>]*>/g, "|").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

test.each([
  ["SECRET_KEY is written in the source.", "|SECRET_KEY| is written in the source."],
  ['Set SECRET_KEY from os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".', 'Set |SECRET_KEY| from |os.environ["SECRET_KEY"]|, after generating it with |python -c "import secrets; print(secrets.token_hex())"|.'],
  ["Make a new key: keylint generate flask.", "Make a new key: |keylint generate flask|."],
  ["There, make a new key (keylint generate) and do not keep this one.", "There, make a new key (|keylint generate|) and do not keep this one."],
  ["Purge the history (git filter-repo --replace-text): forks keep it.", "Purge the history (|git filter-repo --replace-text|): forks keep it."],
  ["Keep it in a file that git ignores.", "Keep it in a file that git ignores."],
  ["16 more in tests, docs and examples: --context all. 1 was there before.", "16 more in tests, docs and examples: |--context all|. 1 was there before."],
  ["It is shorter than the 1,000 bytes (well-known) that the user's place wants - or half; see app.py.", "It is shorter than the 1,000 bytes (well-known) that the user's place wants - or half; see |app.py|."],
  ["keylint-ignore short-key -- why", "keylint-ignore short-key -- why"],
  ["", ""],
])("%s", (text, shown) => {
  expect(barred(text)).toBe(shown);
});

test("holds the same text as was given, whatever it is", () => {
  const odd = ["  two  blanks ", '"open quote', "a) b( c).", "((((", "....", "- -- ---", "a -b -c -d", 'keylint "x".'];
  const read = (text: string): string => sentence(text).html.replace(/<[^>]*>/g, "").replaceAll("&quot;", '"');
  expect(odd.map(read)).toEqual(odd);
});
