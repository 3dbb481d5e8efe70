/** Attributes that are lengths in a slide or chart, by the elements that have them. */
const placed = /<a:(off|ext|chOff|chExt) (c?x)="(-?\d+)" (c?y)="(-?\d+)"\/>/g
const single =
  /(<a:gridCol w="|<a:tr h="|<a:ln[LRTB]? w="|<a:spcPts val="|\b[ltrb]Ins="|\bmar[LRTB]="|\bindent=")(-?\d+)(?=")/g
const sizes = /(<a:(?:rPr|endParaRPr|defRPr)\b[^>]*?\bsz=")(\d+)(?=")/g
/** Half a point is the finest step of type that Office shows. */
const halfPoint = 50

/** What was laid out on a slide of one size, for another: places, insets, lines and type alike. */
export function scaleSlide(xml: string, scale: number): string {
  if (Math.abs(scale - 1) < 0.001) return xml
  const scaled = (length: string): string => String(Math.round(Number(length) * scale))
  return xml
    .replace(
      placed,
      (_, name: string, x: string, across: string, y: string, down: string) =>
        `<a:${name} ${x}="${scaled(across)}" ${y}="${scaled(down)}"/>`,
    )
    .replace(single, (_, before: string, length: string) => before + scaled(length))
    .replace(
      sizes,
      (_, before: string, size: string) =>
        before + String(Math.max(2, Math.round((Number(size) * scale) / halfPoint)) * halfPoint),
    )
}
