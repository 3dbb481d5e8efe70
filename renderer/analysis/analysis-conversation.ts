import type { Judgement } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { designStore } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'
import {
  acceptAnswer,
  acceptDetails,
  acceptEarly,
  acceptGovernance,
  acceptJudgement,
  acceptNumbers,
  acceptSide,
  type Reply,
} from './accept-reply.ts'
import { AnalysisLink } from './analysis-link.ts'
import type { AnalysisReply } from './analysis-message.ts'
import { analysisStore } from './analysis-store.ts'
import { type EarlyNumbers, joinNumbers, type ShownNumbers } from './pack-numbers.ts'
import { createHearer } from './send-change.ts'
import { sendDesign } from './send-design.ts'

interface Asked {
  readonly revision: number
  readonly traffic: number
}

/**
 * What is asked of the worker, and which of its answers count. The first edit of a burst is sent at once; what comes while
 * numbers are being worked on waits for the short parts of them, and only the newest counts: while somebody edits on, the
 * long parts and the findings of what has passed are not waited for.
 */
export class AnalysisConversation {
  readonly link: AnalysisLink
  /** What numbers are being worked on. */
  private running: Asked | undefined
  /** What the worker holds: the revision, and the design as it was sent. */
  private held: number | undefined
  private sent: Design | undefined
  /** The revision whose findings are still to come; another traffic is answered by numbers alone. */
  private unfound: number | undefined
  /** Short parts that wait for the long ones of the same numbers, by revision and traffic. */
  private readonly early = new Map<string, EarlyNumbers>()
  /** Numbers at the stated traffic that wait for their findings. */
  private unjudged: { readonly revision: number; readonly numbers: ShownNumbers } | undefined
  private readonly hearChangedEarly = createHearer()
  private readonly hearChangedJudgement = createHearer()

  constructor(createWorker: () => Worker) {
    this.link = new AnalysisLink(createWorker, {
      hear: (reply) => this.hear(reply),
      breakDown: (failure) => this.breakDown(failure),
    })
  }

  /** Asks for what the page should show and does not; nothing when it shows it, or waits for it. */
  askNewest(): void {
    const { open, document, revision } = designStore.getState()
    const { traffic, numbers, revision: shown, failure } = analysisStore.getState()
    const isShown = shown === revision && (numbers?.estimate.traffic ?? 1) === traffic && numbers !== undefined
    const isFailed = failure !== undefined && this.held === revision
    if (!open || isShown || isFailed) {
      analysisStore.setState({ pending: false })
      return
    }
    analysisStore.setState({ pending: true })
    if (this.running !== undefined) return
    this.running = { revision, traffic }
    if (this.held === revision) this.link.tell({ type: 'traffic', revision, traffic })
    else this.tellDesign(document, this.running)
    this.link.watch(true)
  }

  /** Begins again with a new worker: what is shown was computed with something that does not count any more. */
  startAnew(): void {
    this.renew()
    analysisStore.setState({ revision: -1, statedRevision: -1, stated: undefined, failure: undefined })
    this.askNewest()
  }

  private tellDesign(document: Design, { revision, traffic }: Asked): void {
    const design = withoutCopies(document)
    this.link.tell({ type: 'design', revision, design: sendDesign(this.sent, design), today: todayIso(), traffic })
    this.held = revision
    this.sent = design
    this.unfound = revision
    // What is left of an older revision is dropped by the worker.
    this.early.clear()
  }

  private hear(reply: AnalysisReply): void {
    // Details may come between the numbers and what they mean, or long after both.
    if (reply.type === 'judgement' && reply.revision === this.unfound) this.unfound = undefined
    if (reply.type !== 'details') this.link.watch(this.isMoreDue(reply))
    switch (reply.type) {
      case 'early':
        return this.hearEarly(reply)
      case 'numbers':
        return this.hearNumbers(reply)
      case 'details':
        return acceptDetails(reply)
      case 'judgement':
        return this.hearJudgement(reply)
      case 'governance':
        return acceptGovernance(reply)
      case 'answer':
        return acceptAnswer(reply)
      case 'side':
        return acceptSide(reply)
      case 'failure':
        return this.hearFailure(reply)
    }
  }

  private hearEarly(reply: Reply<'early'>): void {
    const short = this.hearChangedEarly(reply.early) as EarlyNumbers
    this.early.set(keyOf(reply), short)
    if (!this.isAsked(reply)) return
    acceptEarly(reply, short)
    if (isNewest(reply)) return
    this.running = undefined
    this.askNewest()
  }

  private hearNumbers(reply: Reply<'numbers'>): void {
    const wasAsked = this.isAsked(reply)
    if (wasAsked) this.running = undefined
    const short = this.early.get(keyOf(reply))
    if (short === undefined) return
    this.early.delete(keyOf(reply))
    const numbers = joinNumbers(short, reply.rest)
    // The stated numbers under a "what if" are for the findings alone.
    if (reply.traffic === 1) this.unjudged = { revision: reply.revision, numbers }
    if (!wasAsked) return
    acceptNumbers(reply, numbers)
    this.askNewest()
  }

  private hearJudgement(reply: Reply<'judgement'>): void {
    const judgement = this.hearChangedJudgement(reply.judgement) as Judgement
    if (this.unjudged?.revision === reply.revision) acceptJudgement(reply, judgement, this.unjudged.numbers)
  }

  private hearFailure({ revision, failure }: Reply<'failure'>): void {
    const wasAsked = this.running?.revision === revision
    if (wasAsked) this.running = undefined
    // What the worker holds after a bug is not relied on: the next edit takes the whole design along.
    this.sent = undefined
    analysisStore.setState({ failure, pending: false })
    if (wasAsked) this.askNewest()
  }

  /** The worker is gone or hangs: a new one takes over, and is not asked again for what ended the old one. */
  private breakDown(failure: string): void {
    const failed = this.running
    this.renew()
    analysisStore.setState({ pending: false, failure })
    if (failed?.revision !== designStore.getState().revision) this.askNewest()
  }

  private renew(): void {
    this.running = undefined
    this.held = undefined
    this.sent = undefined
    this.unfound = undefined
    this.early.clear()
    this.unjudged = undefined
    this.link.renew()
  }

  /** Numbers follow their short parts; findings follow the numbers of a design that was not judged yet. */
  private isMoreDue({ type, revision }: AnalysisReply): boolean {
    if (revision !== this.held) return false
    return type === 'early' || (type === 'numbers' && revision === this.unfound)
  }

  private isAsked({ revision, traffic }: Asked): boolean {
    return this.running?.revision === revision && this.running.traffic === traffic
  }
}

/** Baselines hold copies of whole designs, which no engine reads and every edit would send. */
function withoutCopies(document: Design): Design {
  if (document.baselines === undefined) return document
  return { ...document, baselines: document.baselines.map((baseline) => ({ ...baseline, frozen: {} })) }
}

/** Whether nobody has asked for anything else meanwhile. */
function isNewest({ revision, traffic }: Asked): boolean {
  return revision === designStore.getState().revision && traffic === analysisStore.getState().traffic
}

function keyOf({ revision, traffic }: Asked): string {
  return `${revision}/${traffic}`
}
