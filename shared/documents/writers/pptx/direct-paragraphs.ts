import { runsFromTheRight } from '../text-direction.ts'

/** Paragraphs whose first letter is written from the right say so, or their signs stand in the wrong order. */
export function directParagraphs(xml: string): string {
  return xml.replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    const words = [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('')
    if (!runsFromTheRight(words)) return paragraph
    const properties = /^<a:p><a:pPr\b([^>]*)>/.exec(paragraph)?.[1]
    if (properties === undefined) return paragraph.replace('<a:p>', '<a:p><a:pPr algn="r" rtl="1"/>')
    const turned = / algn="/.test(properties) ? properties.replace(' algn="l"', ' algn="r"') : ` algn="r"${properties}`
    return paragraph.replace(`<a:pPr${properties}`, `<a:pPr rtl="1"${turned}`)
  })
}
