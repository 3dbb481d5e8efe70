/**
 * The type of the printed page, for its style and for reckoning how full pages become. In points; a line as a multiple of
 * the type's size.
 */
export const printType = {
  /** A4 between its margins: tables share out its width, which Letter exceeds by a thirtieth. */
  width: 498.9,
  height: 728.5,
  /** Letter between the same margins. */
  letter: { width: 515.6, height: 678.6 },
  /** What a picture may fill of a page on its side, below a heading and above its caption. */
  sideways: { width: 745, height: 402 },
  text: { size: 10.5, line: 1.5, below: 6 },
  item: { indent: 15, below: 2.25 },
  /** Of levels 2, 3 and 4. */
  headings: [
    { size: 15, line: 1.25, above: 21, below: 6 },
    { size: 12, line: 1.3, above: 16.5, below: 4.5 },
    { size: 10.5, line: 1.5, above: 10.5, below: 3 },
  ],
  /** `cell`: above and below the words of a cell; `side`: at their right; `afterNumber`: more of it where words follow a column set to the right. */
  table: { size: 9.5, line: 1.4, above: 4.5, below: 10.5, cell: 3.75, side: 6, afterNumber: 6 },
  /** `tallest`: the height that a picture does not exceed; `around`: with its caption of a line. */
  figure: { tallest: { wide: 638, tall: 609 }, around: 39 },
  callout: { indent: 21, around: 27 },
  /** Its type as a share of the words around it; and the room at its sides. */
  badge: { share: 0.86, around: 12 },
} as const
