import { makeupSentence } from '../../../shared/estimate/uncertainty/standing.ts'
import type { Makeup } from '../../../shared/estimate/estimate-parts.ts'
import { standings } from '../../../shared/kinds/formula/standing.ts'

/** What a headline rests on: a bar from what is measured to what is assumed, and the same as a sentence. */
export function MakeupBar({ makeup }: { readonly makeup: Makeup }) {
  const sentence = makeupSentence(makeup)
  return (
    <span className="makeup" title={sentence}>
      <span className="makeup-bar" aria-hidden>
        {standings.map((standing) => {
          const share = makeup[standing] ?? 0
          return share === 0 ? null : <i key={standing} data-standing={standing} style={{ flexGrow: share }} />
        })}
      </span>
      <span className="makeup-words">{sentence}</span>
    </span>
  )
}
