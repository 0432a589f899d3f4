/** Words that people make keys of, in groups that an attacker tries one after the other; each word of a group costs `bits`. */
export interface WordGroup {
  readonly bits: number;
  readonly words: string;
}

/**
 * What a person writes who needs some secret for a session or a token, then the small words of a sentence, then what such
 * projects are about. Ranks of all other words come from the password library's lists.
 */
export const wordGroups: readonly WordGroup[] = [
  {
    bits: 2,
    words: `secret secrets key keys jwt token tokens session sessions cookie cookies app application my super password passwd pass
      pwd dev development test testing the a an this is auth sign signing access refresh secretkey mysecret supersecret secure
      123 1234 12345 123456 1 12 0 00 01 32 64 128 256 512 2020 2021 2022 2023 2024 2025 2026 2027`,
  },
  {
    bits: 4,
    words: `i you your our we me us it its he she they that these those and or but not no yes of for to in on at by with from as be
      am are was were will would can could should must have has had do does did so very really too just only all any some every
      here there now then than when where what who why how if else please never always ever more most less least long longer
      short shorter big bigger up down out into over under about after before again never one two three four five six seven
      eight nine ten first second last new old good bad best own same other there let get got make made use used using keep
      kept need needs want go going know knows known
      private public public api web webapp site server client user users admin root login account data database db config
      setting settings env environment prod production stage staging local localhost demo default example sample dummy temp
      temporary random string text value word words phrase passphrase code crypto cipher hash salt hmac sha sha256 hs256 hs512
      rsa aes encrypt encrypted encryption encode encoded decrypt decryption sign signed signature signer verify csrf xsrf oauth
      oauth2 sso id uuid bearer authentication authorization jsonwebtoken json flask django fastapi python node nodejs express
      nest nestjs next nextjs nextauth react vue angular fastify koa hapi rails laravel symfony spring java php ruby js ts go
      docker kubernetes k8s compose aws azure google heroku redis mongo mongodb mysql postgres postgresql sqlite sql github git
      characters character chars char bytes byte bits bit length minimum maximum min max strong complex insecure unsafe safe
      change changed changeme replace replaced set unset hidden hide tell hard guess guessed guessing guessable easy
      foo bar baz qux foobar hello world abc xyz asd qwe asdf qwerty zxc zxcv shh shhh ssh tls ssl http https www com org net io
      007 42 69 100 111 321 666 777 888 999 1000 1111 1337 2000 1990 1999 9999 0000 4321 54321 98765 16 24 48 50`,
  },
  {
    bits: 8,
    words: `able admin1 agent agency ai alpha anyone anything apple april arch art august autumn baby backend bank base batman battery
      bear beta bird black blog blue board boat body book books bot bottle box boy brain bread bridge bright brown build business
      cake call can't car card care cart case cat cats chain chat check cheese chicken child china choice city class clean clear
      clever clock cloud club coffee cold color comment common company computer content control cool core correct cosmos course
      cow craft cream create crypto custom customer daily dance dark dashboard date day days dead dear death december deep deploy
      design desk device diamond digital dinner direct discover dog dogs door double dragon dream drink drive duck earth east
      easter edge egg electric elephant email emma engine enter enterprise error event everybody everyone everything expert
      express eye face fail falcon family fancy far farm fast father february fight file final find fine fire fish flag flower
      fly food football force forest forget forgot form forever forum fox framework free freedom friday friend friends front
      frontend full fun funny future galaxy game games garden gateway generate generated generator ghost giant girl give glass
      global god gold golden grand great green group guard guest guide hacker hammer hand happy harbor hash heart heavy help
      hero high hill history home honey horse hospital hotel house human hunter ice idea image impossible incredible index
      inside internal internet iron island january jazz job john july jump june jungle keeper keyboard kid kill kind king kitchen
      kitten knight lake land language large learn learning legend lemon letter letmein level library life light lighthouse lion
      list little live lock london lord lost love lovely lucky lunch machine magic mail main man manager march mark market master
      matrix maybe media meet member memory message metal middle middleware might milk mind minute mobile model module moment
      monday money monkey month moon morning mother motor mountain mouse movie music must mystery name nation nature network news
      nice night ninja nobody noone north notes nothing november number object ocean october office okay open orange order
      panda paper paradise park party path peace penguin people perfect person phone photo piano pink pirate pizza place plan
      planet plant platform play player please pocket point police pool portal portfolio post potato power premium price prince
      princess print product project protect protected proud purple python queen question quick quiet rabbit race radio rain
      rainbow read ready real reality record red remember reset rest return rich river road robot rock rocket role room rose
      round route royal run safety sand sandbox saturday save say school science screen sea search season secrecy security see
      sender september service session1 shadow share sheep shell shield shine ship shop show silver simple single sister sky
      sleep smart smile snake snow social software solo someone something somewhere son song soul sound source south space
      spider spring staple star start station status stay steel stone stop storage store storm story street student studio study
      sugar summer sun sunday sunny sunshine superman support sure sweet swordfish system table tango target task tea teacher team
      tech template temple thank thanks thing things think thirty thirtytwo thursday tiger time today toggle tomorrow tool top
      total touch tower town track trade train travel tree trial truck true trust truth trustno1 try tuesday turtle tutorial twenty
      understand unicorn unique universe upload vault vault1 version victory video view village virtual voice void wait walk wall
      war watch water wave way weather website wednesday week welcome west whale white whatever whisper wild wind window windows
      wine winter wise wish wizard wolf woman wonder wonderful wood work worker world writer wrong year yellow yesterday young
      zebra zero zone mitre vulnerable vulnerability hurr shhhh manny purple dishwasher
      clave secreta secreto llave contrasena contrasenia senha chave segredo segreta segreto chiave geheim geheimnis passwort
      schluessel schlussel secrete cle motdepasse mima miyao tajny klucz haslo parol sekret hemlig nyckel salaisuus kunci rahasia`,
  },
];

/** Phrases that everybody knows, letters only: tried before anything else. */
export const famousPhrases: ReadonlySet<string> = new Set([
  "keyboardcat", "correcthorsebatterystaple", "hardtoguessstring", "youwillneverguess", "neverguess", "opensesame", "letmein", "trustno",
  "thequickbrownfoxjumpsoverthelazydog", "thequickbrownfox", "loremipsum", "loremipsumdolorsitamet", "tobeornottobe", "iloveyou",
  "nevergonnagiveyouup", "helloworld", "maytheforcebewithyou", "youshallnotpass", "winteriscoming", "allyourbasearebelongtous",
  "shhhhhared", "shhhhhsecret", "itsasecrettoeverybody", "averylogphrasebiggerthanthirtytwochars", "averylongphrasebiggerthanthirtytwochars",
]);
