import type { Id } from '../../shared/design/design.ts'
import type { Band } from '../../shared/estimate/estimate-parts.ts'
import { whyNoTime } from '../../shared/estimate/no-time.ts'
import type { ShownBand } from '../../shared/kinds/figures/number-format.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import type { ShownAnalysis } from '../analysis/pack-numbers.ts'
import { library } from './library-database.ts'
import { openDesigns } from './open-designs.ts'
import type { StoredHeadlines } from './stored.ts'

/** Long enough for a burst of edits to settle: the card is read at home, not while drawing. */
const restMs = 600

/** Keeps on each design's card what the engines said last. Returns the stop. */
export function keepHeadlines(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = analysisStore.subscribe(({ stated, designId }, before) => {
    const tab = openDesigns.getState().tabs.find((one) => one.id === designId)
    if (stated === undefined || stated === before.stated || tab === undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => void saveHeadlines(tab.workspaceId, tab.id, stated), restMs)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Keeps what a card shall say: beside the design, which is neither read nor written for it. */
export async function saveHeadlines(workspaceId: string, id: Id, analysis: ShownAnalysis): Promise<void> {
  await library.cards.put({ workspaceId, id, headlines: summarise(analysis) })
}

export function summarise({ estimate, findings }: ShownAnalysis): StoredHeadlines {
  const open = findings.filter((finding) => finding.status === 'open')
  const main = estimate.actions.find((action) => action.action === estimate.mainAction)
  const answer = main?.full?.p95
  const noAnswer = whyNoTime(main ?? {})?.word
  const worst = open[0]?.severity
  return {
    openFindings: open.length,
    ...(worst === undefined ? {} : { worst }),
    ...(estimate.meaningful
      ? {
          technology: shownOf(estimate.technologyUsdPerMonth),
          people: shownOf(estimate.peopleUsdPerMonth),
          ...(answer === undefined ? {} : { answer: shownOf(answer) }),
          ...(noAnswer === undefined ? {} : { noAnswer }),
        }
      : {}),
  }
}

/** What shows of a number: not what it rests on. */
function shownOf({ value, low, high, atLeast }: Band): ShownBand {
  return { value, low, high, ...(atLeast === true ? { atLeast } : {}) }
}
