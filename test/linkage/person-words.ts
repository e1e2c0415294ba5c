/**
 * Words that synthetic English person rows are made of: common given names and surnames, the usual first, and parts that places and rarer surnames are put
 * together from. General knowledge, own selection; all people made of them are synthetic.
 */
export const GIVEN_NAMES: readonly string[] = `
jack emily joshua sophie thomas jessica lachlan chloe james georgia william isabella benjamin olivia samuel hannah matthew charlotte daniel grace ethan mia
liam ella alexander lucy nicholas ruby jacob zoe luke amelia ryan sarah dylan caitlin connor abbey jordan emma michael madeline harrison lily joseph holly
riley amy zachary tahlia isaac lauren cooper jasmine adam bella noah jade aidan phoebe mitchell imogen nathan eliza christopher molly oliver paige david
annabelle blake rachel oscar stephanie max alyssa tyler alice angus tayla kyle brooke bailey samantha cameron claire charlie natalie hamish rebecca jackson
anna toby lara henry elizabeth finn mackenzie aaron laura callum kate patrick mary john matilda hayden eva george victoria logan rose jake nicole sebastian
madison jayden sienna hugo maya marcus savannah andrew scarlett harry amber lewis erin levi kayla edward bridget beau anneliese declan melissa robert clare
archie eden flynn freya gabriel ivy hunter jemima ian kirra jai leah joel mikayla jonathan naomi kai poppy kane sasha lucas summer mark tara max tegan
nathaniel willow owen yasmin peter abigail phillip alana reuben alexandra sean angela seth april simon ashleigh stephen audrey taj bethany timothy bianca
travis brianna troy caroline tristan catherine vincent chelsea xavier danielle zane daisy anthony ebony ashton elena austin ellie brandon faith brodie
felicity caleb gabrielle carter gemma christian hayley cody heidi damon indiana darcy jacinta dominic jenna dean joanna eamon josephine elijah julia evan kiara
felix larissa fletcher lillian gareth maddison jesse monique justin rosie
`
  .trim()
  .split(/\s+/);

export const SURNAMES: readonly string[] = `
white clarke campbell ryan webb smith jones williams brown wilson taylor green morrison johnson martin thompson walker harris lee anderson clark lewis young
king hall wright scott hill moore allen mitchell baker nguyen turner evans edwards phillips roberts carter parker kelly collins stewart murphy morris rogers
cook bell cooper richardson cox ward gray watson hughes bennett wood barnes ross henderson coleman jenkins perry powell long patterson butler simmons foster
bryant russell griffin hayes myers ford hamilton graham sullivan wallace cole west jordan owens reynolds fisher ellis harrison gibson mcdonald cruz marshall
gomez murray freeman wells simpson stevens tucker porter hunter hicks crawford henry boyd mason kennedy warren dixon burns gordon shaw holmes rice robertson
hunt black daniels palmer mills nichols grant knight ferguson stone hawkins dunn perkins hudson spencer gardner payne pierce berry matthews arnold wagner
willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott
sims austin peters kelley franklin lawson
`
  .trim()
  .split(/\s+/);

/** Beginnings and endings of the surnames that few bear. */
export const SURNAME_PARTS: readonly (readonly string[])[] = [
  "ash bar black brad brand bur cald cart chan clif cor cran dal den dray el fair far gil grim had hal ham har hath hol hop kel kirk lang lind mal mar mel mor nor os pen pick prit rad red rush sal sel shel stan sto sut tar thorn tre under wad wake wal wed whit win wood wor".split(
    " ",
  ),
  "acre bank beck bourne bridge brook burn by combe croft dale den feld field ford gate grave ham house hurst ington kins land ler ley low man mer more nard ridge rick sen ser shaw stead stein ston thorpe ton wald ward way wick win worth".split(
    " ",
  ),
];

/** Parts of the names of suburbs, of streets and of houses. */
export const PLACE_PARTS: readonly (readonly string[])[] = [
  "north south east west upper lower port mount lake new old st".split(" "),
  "ban bur cam car cool cran dar dun eden fern glen gar haw ing jer kal lan mal mer nar oak pal quor ros sal tam tull ur ver wan war wil yar".split(
    " ",
  ),
  "abool aroo bank beach bourne bury dale dandra dilla field ford gong grove ham hurst illa ington lands leigh long mead nambra over park pool ra rook side ston ton vale view wood worth".split(
    " ",
  ),
];

export const STREET_KINDS: readonly string[] = "street place crescent circuit avenue drive road close court way".split(" ");

export const HOUSE_KINDS: readonly string[] = "village cottage lodge park gardens farm station flats house court".split(" ");

/** States with their share among 100 people. */
export const STATES: readonly (readonly [state: string, weight: number])[] = [
  ["nsw", 36],
  ["vic", 25],
  ["qld", 19],
  ["wa", 9],
  ["sa", 6],
  ["tas", 3],
  ["act", 1],
  ["nt", 1],
];

/** Groups of letters that are heard alike, and signs that a reader of scanned pages confuses; either may stand for the other. */
export const HEARD_ALIKE: readonly (readonly [string, string])[] = [
  ["ph", "f"],
  ["ck", "k"],
  ["ie", "y"],
  ["y", "ey"],
  ["c", "k"],
  ["s", "z"],
  ["ll", "l"],
  ["tt", "t"],
  ["nn", "n"],
  ["ss", "s"],
  ["ee", "ea"],
  ["gh", "g"],
  ["j", "g"],
  ["x", "cks"],
  ["ai", "ay"],
  ["ou", "u"],
  ["er", "a"],
  ["i", "y"],
];

export const SEEN_ALIKE: readonly (readonly [string, string])[] = [
  ["m", "rn"],
  ["d", "cl"],
  ["w", "vv"],
  ["l", "1"],
  ["o", "0"],
  ["s", "5"],
  ["b", "6"],
  ["g", "q"],
  ["z", "2"],
  ["h", "b"],
  ["u", "v"],
  ["n", "h"],
  ["1", "7"],
  ["3", "8"],
  ["0", "8"],
  ["5", "6"],
];

/** Rows of a keyboard. */
export const KEYS: readonly string[] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
