/** One way in which people write that a key is still to be put in. */
export interface StandIn {
  /** Over the words in lower case with single blanks between, accents taken off. Linear. */
  readonly pattern: RegExp;
  /** What it is, in words for a user. */
  readonly reason: string;
  /** It says what a key is like, and asks for nothing: who copies it has one. */
  readonly describes?: true;
}

/** Longer texts are documents. */
const longest = 240;

const asksForChange = "a stand-in that asks to be changed";
const asksForValue = "a stand-in for a value of your own";
const says = "a stand-in that says so itself";
const notForUse = "a stand-in that says it is not for use";

const standIns: readonly StandIn[] = [
  { pattern: /\bchange ?(me|it|this|that|now|here|asap|before|in|for|on|to|with|your|the|later|please|prod|production)?\b/, reason: asksForChange },
  { pattern: /\bchange(me|it|this|now)/, reason: asksForChange },
  { pattern: /\breplace ?(me|it|this|that|with|in|by|here|before|please|the|a|your)?\b/, reason: asksForChange },
  { pattern: /\b(override|overwrite|modify|update|edit|rotate|regenerate) ?(me|it|this|that|before|in|the)\b/, reason: asksForChange },
  { pattern: /\b(should|must|needs to|has to|to) be (changed|replaced|set|random|overridden|overwritten|provided|generated|kept|filled)\b/, reason: asksForChange },
  { pattern: /\bthis (should|must|needs) (be|to)\b/, reason: asksForChange },
  { pattern: /\byour\b/, reason: asksForValue },
  { pattern: /\byour(secret|key|jwt|session|token|app|super|random|own|cookie|auth|api|flask|django|encryption|strong|long|password|256)/, reason: asksForValue },
  { pattern: /^(please )?(put|insert|enter|paste|type|fill|provide|specify|add|set|define|choose|pick|write|use|create|make) (in |up )?(a|an|the|some|me|this|my|in|with|here|something|random|secret|key|jwt|token|session|strong|own|long|value)\b/, reason: asksForValue },
  { pattern: /[a-z0-9] (goes |go |comes )?here$/, reason: asksForValue },
  { pattern: /(secret|key|token|string|value|phrase|password)here$/, reason: asksForValue },
  { pattern: /^(please )?generated?( me)? (a|an|this|me|your|one|with|using|by|it|new|random|secret|key|string|strong|at)\b/, reason: asksForValue },
  { pattern: /^generate ?(me|this)$/, reason: asksForValue },
  { pattern: /\b(some|any) ?(thing|random|secret|long|very|super|value|string|key|strong|unique|complex|really)\b/, reason: asksForValue, describes: true },
  { pattern: /\brandom (generated |secret |secure |long |ascii |hex )?(string|value|text|characters|chars|bytes|phrase|key|secret)\b/, reason: asksForValue, describes: true },
  { pattern: /\b(from|see|in|of) (the |your )?(step|section|output|command|previous|above|below|dashboard|console|vault)( |$)/, reason: asksForValue },
  { pattern: /\b(todo|tbd|tba|fixme|fix me)\b/, reason: says },
  { pattern: /\b(example|sample|dummy|place ?holder)\b/, reason: says },
  { pattern: /\bdefault ([a-z0-9]+ ){0,3}(secret|key|token|value|password)\b/, reason: says },
  { pattern: /\bdefault(secret|key|token)/, reason: says },
  { pattern: /\b(not|isn t|un) ?(set|configured|defined|provided|specified|initiali[sz]ed)\b/, reason: says },
  { pattern: /^(none|null|undefined|nil|empty|blank|missing|unknown|n a|na|no (secret|key)|missing [a-z ]{1,40})$/, reason: says },
  { pattern: /\b(insecure|unsecure)\b/, reason: notForUse },
  { pattern: /\b(do not|don t|dont|not|never) (use|for|in|deploy|commit|share|to be)( |$)/, reason: notForUse },
  { pattern: /\bnot (a |so |very |really |actually )?(secret|secure|safe|random|real)\b/, reason: notForUse },
  { pattern: /\b(dev|development|local|localhost|testing|test|tests|demo|demonstration|debug|debugging|ci) only\b/, reason: notForUse },
  { pattern: /\bonly (for|in) (dev|development|local|test|tests|testing|demo|debug|ci)\b/, reason: notForUse },
  { pattern: /\bkeep (this|it|me) (a |very |really )?(secret|safe|private|secure)\b/, reason: says },
  { pattern: /\b(cambiar?(me|lo|la)?|cambia esto|cambie|reemplazar?|tu (clave|secreto|llave|contrasena)|su clave)\b/, reason: asksForChange },
  { pattern: /\b(troque|trocar|mude|mudar|altere|alterar|substitua|substituir|sua (chave|senha)|seu segredo)\b/, reason: asksForChange },
  { pattern: /\b(bitte|ae?ndern|aendere|andere mich|ersetzen|ersetze|dein(en|e)? (geheim\w{0,20}|schluessel|schlussel)|hier (eintragen|einsetzen|einfugen|einfuegen))\b/, reason: asksForChange },
  { pattern: /\b(changez|changer|a changer|remplacez|remplacer|votre|modifiez|modifier)\b/, reason: asksForChange },
  { pattern: /\b(cambiami|cambialo|sostituisci|sostituire|(il )?tuo (segreto|token))\b/, reason: asksForChange },
  { pattern: /(请|請)(修改|更改|替换|替換|设置|設置|输入|填写|改)|你的|您的|替换为|自行修改|随机字符串/u, reason: asksForChange },
  { pattern: /замени|измени|поменяй|ваш(его|ему|а|е)? ?(секрет|ключ)|変更して|置き換え|あなたの|변경하세요|바꾸세요|여기에/u, reason: asksForChange },
];

/** Signs that people draw a line with, where something is to be filled in. */
const blank = /^[-_=.#~+ ]{2,40}$/;

/** The stand-in phrase that a text holds, one that asks for a value first; undefined when it holds none. */
export function standInOf(text: string): StandIn | undefined {
  if (text.length > longest) return undefined;
  if (blank.test(text)) return { pattern: blank, reason: says };
  const words = wordsOf(text);
  const found = standIns.filter(({ pattern }) => pattern.test(words));
  return found.find(({ describes }) => !describes) ?? found[0];
}

/** Lower-case words with one blank between: camelCase, digits and signs part them, accents go. */
function wordsOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC")
    .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
    .replace(/([0-9])([A-Za-z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
