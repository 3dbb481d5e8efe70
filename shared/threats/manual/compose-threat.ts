import type { Risk } from '../../design/design.ts'
import { capital, shorten, smallTitle, withArticle } from '../../design/wording.ts'

/** The parts of a threat in the order of its sentence, as AWS Threat Composer teaches them; own wording. */
export const grammarParts = ['source', 'prerequisite', 'action', 'impact', 'goal', 'asset'] as const
export type GrammarPart = (typeof grammarParts)[number]

/** What each part holds, and an example, for the form that asks for it. */
export const grammarHelp: Readonly<
  Record<GrammarPart, { readonly label: string; readonly help: string; readonly example: string }>
> = {
  source: { label: 'Source', help: 'Who or what does it', example: 'a customer' },
  prerequisite: { label: 'Prerequisite', help: 'What they need first', example: 'an account and one open order' },
  action: { label: 'Action', help: 'What they can do', example: 'make the agent refund an order twice' },
  impact: { label: 'Impact', help: 'What comes of it', example: 'money paid out for nothing' },
  goal: { label: 'Goal harmed', help: 'Confidentiality, integrity, availability, safety ...', example: 'integrity' },
  asset: { label: 'Asset', help: 'What is harmed', example: 'the payment ledger' },
}

/**
 * One well-formed sentence and a title from whatever parts are there: "A customer with an account can make the agent
 * refund an order twice, which leads to money paid out for nothing and harms the integrity of the payment ledger."
 * Without an action the risk's own statement stands.
 */
export function composeThreat(risk: Risk): { readonly title: string; readonly sentence: string } {
  const { grammar = {}, statement, name } = risk
  const part = (key: GrammarPart): string => clean(grammar[key])
  const action = part('action').replace(/^(?:can|may|could)\s+/iu, '')
  if (action === '') {
    const said = asSentence(clean(statement) || clean(name) || 'A threat that nobody has put into words yet')
    return { title: titled(clean(name) || said), sentence: said }
  }
  const source = part('source') === '' ? 'somebody' : articled(part('source'))
  const prerequisite = part('prerequisite').replace(/^with\s+/iu, '')
  const impact = part('impact').replace(/^(?:which\s+)?leads?\s+to\s+/iu, '')
  const goal = part('goal').replace(/^the\s+/iu, '')
  const asset = part('asset')
  const harmed = harmedWords(goal, asset)
  const sentence = [
    source,
    prerequisite === '' ? '' : ` with ${smallTitle(prerequisite)}`,
    ` can ${smallTitle(action)}`,
    impact === '' ? '' : `, which leads to ${smallTitle(impact)}`,
    harmed === '' ? '' : impact === '' ? `, which harms ${harmed}` : ` and harms ${harmed}`,
  ].join('')
  return { title: titled(clean(name) || `${source} can ${smallTitle(action)}`), sentence: asSentence(sentence) }
}

function harmedWords(goal: string, asset: string): string {
  if (goal !== '' && asset !== '') return `the ${smallTitle(goal)} of ${smallTitle(asset)}`
  return goal === '' ? smallTitle(asset) : `its ${smallTitle(goal)}`
}

/** White space once, and no full stop: the sentence sets its own. */
function clean(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.;,!]+$/u, '')
}

/** "customer" becomes "a customer"; what has an article, is a name, or speaks of many stays. */
function articled(source: string): string {
  const small = smallTitle(source)
  const isBare =
    /^[a-z][a-z-]*$/u.test(small) && !/(?:s|people|staff|anyone|anybody|everybody|somebody|someone)$/u.test(small)
  return isBare ? withArticle(small) : small
}

function asSentence(text: string): string {
  return `${capital(text)}.`
}

function titled(text: string): string {
  return capital(shorten(text.replace(/\.$/u, ''), 90))
}
