import type { Asked, RuleContext } from '../findings/rule.ts'
import { askSetting } from '../findings/standing.ts'
import { fieldAsk, fieldLabel } from '../graph/condition-words.ts'
import type { Ask } from '../graph/read-field.ts'

const words: Readonly<Record<string, { readonly text: string; readonly label: string }>> = {
  kind: { text: 'what is it?', label: 'Kind of component' },
  product: { text: 'which product is it?', label: 'Product' },
  in: { text: 'in which boundary does it stand?', label: 'Place' },
  holds: { text: 'which data are kept there?', label: 'Data kept' },
  'request.data': { text: 'which data travel there and back?', label: 'Data carried' },
  owner: { text: 'who owns it?', label: 'Owner' },
  as: { text: 'which identity does it run as?', label: 'Identity' },
  encrypted: { text: 'is it encrypted on the way?', label: 'Encrypted in transit' },
  authentication: { text: 'how does the caller prove who it is?', label: 'Authentication' },
  trust: { text: 'how far is it trusted, from 0 to 100?', label: 'Trust' },
  organisation: { text: 'whose is it?', label: 'Organisation' },
  region: { text: 'in which region does it stand?', label: 'Region' },
  network: { text: 'is its network public, private or isolated?', label: 'Network' },
  classification: { text: 'how confidential are they?', label: 'Classification' },
  personal: { text: 'do they say anything about people?', label: 'Personal data' },
  writers: { text: 'who can write them?', label: 'Writers' },
}

/** The question for a fact that a condition hangs on, in the words that other rules ask it in where there are any. */
export function askFact(context: RuleContext, { on, field, ask }: Ask): Asked {
  const { graph } = context
  const component = graph.component(on)
  if (component !== undefined && field.startsWith('settings.')) {
    const asked = askSetting(context, component, field.slice('settings.'.length))
    return ask === undefined ? asked : { ...asked, ask }
  }
  const { text, label } = words[field] ?? {
    text: `what is "${fieldLabel(field)}"?`,
    label: fieldLabel(field),
  }
  const who = ask ?? fieldAsk(field)
  return {
    type: 'asked',
    on,
    field,
    text: `${graph.name(on)}: ${text}`,
    ...(who === undefined ? {} : { ask: who }),
    group: { label, noun: nounOf(context, on) },
  }
}

function nounOf({ graph }: RuleContext, on: string): readonly [string, string] {
  if (graph.component(on) !== undefined) return ['component', 'components']
  if (graph.flow(on) !== undefined) return ['arrow', 'arrows']
  return graph.asset(on) === undefined ? ['boundary', 'boundaries'] : ['data asset', 'data assets']
}
