/**
 * Education codes (学历代码), code then ladder level: d doctor, m master, b bachelor, a associate, n below, ? a group with more than one level.
 * Only codes of 毕业 and of groups carry a level; 结业 (-) is a course ended without diploma, 肄业 (/) a course left.
 * @source GB/T 4658-2006
 */
const EDUCATION = "10? 11d 12- 13/ 14m 15- 16/ 17x 18- 19/ 20b 21b 22- 23/ 28b 30a 31a 32- 33/ 40n 41n 42- 43/ 44n 45- 46/ 47n 48- 49/ 60n 61n 62- 63/ 70n 71n 73/ 80n 81n 83/ 90?";

/**
 * Academic degree codes (学位代码): 1 honorary; 2, 3, 4 doctor, master, bachelor; their last two digits name the discipline.
 * @source GB/T 6864-2003
 */
const DEGREES = {
  2: "01 02 03 04 05 06 07 08 09 10 11 12 45 48 50",
  3: "01 02 03 04 05 06 07 08 09 10 11 12 41 42 43 44 45 46 47 48 49 50 51 52",
  4: "01 02 03 04 05 06 07 08 09 10 11 12 44",
};

/** Codes of GB/T 4658 with the mark of their level (see the pack's note). */
export function decodeEducationCodes(): Map<string, string> {
  return new Map(EDUCATION.split(" ").map((item) => [item.slice(0, 2), item.slice(2)]));
}

/** Codes of GB/T 6864 with the mark of their level, `h` for the honorary doctorate. */
export function decodeDegreeCodes(): Map<string, string> {
  const codes = new Map([["1", "h"]]);
  for (const [group, rest] of Object.entries(DEGREES)) {
    const mark = group === "2" ? "d" : group === "3" ? "m" : "b";
    codes.set(group, mark);
    for (const digits of rest.split(" ")) codes.set(group + digits, mark);
  }
  return codes;
}
